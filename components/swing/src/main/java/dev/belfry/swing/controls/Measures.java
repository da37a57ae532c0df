package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;

/**
 * The grid of 8 pixels and the widths at which panels change. All figures are pixels as the design counts them; the
 * scaling follows the font of the look and feel, whichever it is.
 *
 * @since 0.1
 */
public final class Measures {
    /** Below this width padding and avatars shrink to their least. */
    public static final int SMALL = 360;

    /** Below this width labels go. */
    public static final int NARROW = 480;

    /** Below this width secondary controls go into the overflow menu. */
    public static final int TINY = 320;

    private Measures() {}

    /** Returns a measure for a layout constraint. */
    public static String px(int pixels) {
        return UIScale.scale(pixels) + "px";
    }

    /** Returns the width of a component in unscaled pixels. */
    public static int width(Component component) {
        return UIScale.unscale(component.getWidth());
    }

    /** Returns the height of a component in unscaled pixels. */
    public static int height(Component component) {
        return UIScale.unscale(component.getHeight());
    }

    /** Returns the padding of a panel of an unscaled width. */
    public static int padding(int width) {
        if (width < SMALL) {
            return 12;
        }
        return width < NARROW ? 16 : 24;
    }
}
