package dev.belfry.swing.controls;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.awt.Component;
import java.util.Locale;
import javax.swing.Icon;

/**
 * The icons of Belfry: 24 by 24, one stroke weight, in the foreground colour of the component they are on.
 *
 * @since 0.1
 */
public enum Glyph {
    PHONE,
    PHONE_DOWN,
    VIDEO,
    VIDEO_OFF,
    MIC,
    MIC_OFF,
    SCREEN,
    SCREEN_STOP,
    DEVICES,
    SPEAKER,
    MORE,
    USER,
    USERS,
    CLOSE,
    REDO,
    CHEVRON_UP,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    WARNING;

    private static final String FOLDER = "dev/belfry/swing/controls/icons/";

    /** Returns the icon at a size in unscaled pixels, 24, 20 or 18 as a rule. */
    public Icon icon(int size) {
        String file = name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
        FlatSVGIcon icon = new FlatSVGIcon(FOLDER + file, size, size, Glyph.class.getClassLoader());
        // what is drawn in white keeps the slash of an icon apart from the rest: it has the colour behind the icon
        icon.setColorFilter(new FlatSVGIcon.ColorFilter(Glyph::map));
        return icon;
    }

    private static Color map(Component component, Color color) {
        return Color.WHITE.equals(color) ? component.getBackground() : component.getForeground();
    }
}
