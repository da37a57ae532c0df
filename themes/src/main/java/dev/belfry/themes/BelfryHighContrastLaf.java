package dev.belfry.themes;

import com.formdev.flatlaf.FlatDarkLaf;

/**
 * Belfry High Contrast: FlatLaf's dark theme in black and white, with all text at 7:1 or more and thick focus rings. Its
 * UI keys are in {@code BelfryHighContrastLaf.properties}; those that begin with {@code Belfry.} are read by Belfry's
 * panels, which do without them under any other look and feel.
 *
 * @since 0.1
 */
public class BelfryHighContrastLaf extends FlatDarkLaf {
    private static final long serialVersionUID = 1;

    /** The name that users see. */
    public static final String NAME = "Belfry High Contrast";

    /**
     * Makes this the application's look and feel; on the event dispatch thread, or before the first window.
     *
     * @return whether it could be set
     */
    public static boolean setup() {
        return setup(new BelfryHighContrastLaf());
    }

    /** Adds this to {@link javax.swing.UIManager#getInstalledLookAndFeels()}. */
    public static void installLafInfo() {
        installLafInfo(NAME, BelfryHighContrastLaf.class);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getDescription() {
        return "Belfry's high-contrast look and feel";
    }
}
