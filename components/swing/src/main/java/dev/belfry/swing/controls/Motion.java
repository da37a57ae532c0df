package dev.belfry.swing.controls;

import java.awt.Toolkit;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * Whether things may move. They do not where the UI default {@value #KEY} or the system property of the same meaning,
 * {@value #PROPERTY}, is true, nor where the desktop has switched its animations off.
 *
 * @since 0.1
 */
public final class Motion {
    /** UI key, a {@code Boolean}: true keeps everything still. */
    public static final String KEY = "Belfry.reducedMotion";

    /** System property: true keeps everything still. */
    public static final String PROPERTY = "belfry.reducedMotion";

    private static final String GTK_ANIMATIONS = "gnome.Gtk/EnableAnimations";

    private Motion() {}

    /** Returns whether everything is to stay still; asked whenever something would begin to move. */
    public static boolean isReduced() {
        return UIManager.getBoolean(KEY)
                || Boolean.getBoolean(PROPERTY)
                || isOff(Toolkit.getDefaultToolkit().getDesktopProperty(GTK_ANIMATIONS));
    }

    /** Returns how far a movement has come that starts fast and ends slowly; from 0 to 1 and back. */
    static float easeOut(float part) {
        float left = 1 - Math.max(0, Math.min(1, part));
        return 1 - left * left * left;
    }

    private static boolean isOff(@Nullable Object setting) {
        return setting instanceof Integer number && number == 0;
    }
}
