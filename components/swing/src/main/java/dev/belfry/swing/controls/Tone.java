package dev.belfry.swing.controls;

import com.formdev.flatlaf.util.ColorFunctions;
import java.awt.Color;
import java.util.function.Supplier;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * The colours of Belfry's panels, by role. Each is a UI default under {@link #key()}, of type {@link Color}; a look and
 * feel that does not know the key gets a colour that goes with its own background and text.
 *
 * @since 0.1
 */
public enum Tone {
    /** Behind everything but video. */
    BACKGROUND("Belfry.background", () -> ui("Panel.background", 0xFFFFFF)),
    /** Cards, banners and neutral buttons on {@link #BACKGROUND}. */
    RAISED("Belfry.raisedBackground", () -> mix("Belfry.background", "Belfry.foreground", 0.06f)),
    /** Text. */
    TEXT("Belfry.foreground", () -> readable(ui("Label.foreground", 0x1B1F24))),
    /** Text of second rank, still at a contrast of 4.5:1. */
    SECONDARY_TEXT("Belfry.secondaryForeground", () -> mix("Belfry.foreground", "Belfry.background", 0.30f)),
    /** Fine lines around what would else run together. */
    HAIRLINE("Belfry.hairlineColor", () -> mix("Belfry.background", "Belfry.foreground", 0.20f)),
    /** What draws the eye without being a decision: rings, progress. */
    ACCENT("Belfry.accentColor", () -> byTheme(0x0B62C4, 0x58A6FF)),
    /** The ring around what has the keyboard. */
    FOCUS("Belfry.focusColor", () -> byTheme(0x0B62C4, 0x58A6FF)),
    /** Words of warning. */
    WARNING("Belfry.warningForeground", () -> byTheme(0x8A5A00, 0xF2C744)),
    /** The button that answers. */
    ACCEPT("Belfry.accept.background", () -> byTheme(0x1A7F37, 0x238636)),
    /** The icon on {@link #ACCEPT}. */
    ON_ACCEPT("Belfry.accept.foreground", () -> Color.WHITE),
    /** The buttons that decline, cancel and end. */
    DECLINE("Belfry.decline.background", () -> byTheme(0xCF222E, 0xD1322F)),
    /** The icon on {@link #DECLINE}. */
    ON_DECLINE("Belfry.decline.foreground", () -> Color.WHITE),
    /** Initials on an avatar's hue. */
    ON_AVATAR("Belfry.avatar.foreground", () -> Color.WHITE),
    /** Behind video, the same in light and dark. */
    STAGE("Belfry.stage.background", () -> new Color(0x0E1013)),
    /** Text on the stage. */
    ON_STAGE("Belfry.stage.foreground", () -> Color.WHITE),
    /** Text of second rank on the stage. */
    ON_STAGE_SECONDARY("Belfry.stage.secondaryForeground", () -> new Color(0xB4BCC6)),
    /** Fine lines on the stage, where dark lies on dark; may let through what is behind. */
    STAGE_HAIRLINE("Belfry.stage.hairlineColor", () -> fade(Color.WHITE, 0.12f)),
    /** What is amiss, on the stage. */
    WARNING_ON_STAGE("Belfry.stage.warningForeground", () -> new Color(0xF2C744)),
    /** A control on the stage. */
    CONTROL("Belfry.control.background", () -> new Color(0x2B3138)),
    /** The icon on {@link #CONTROL}. */
    ON_CONTROL("Belfry.control.foreground", () -> Color.WHITE),
    /** A control whose device is off. */
    CONTROL_OFF("Belfry.control.offBackground", () -> Color.WHITE),
    /** The icon on {@link #CONTROL_OFF}. */
    ON_CONTROL_OFF("Belfry.control.offForeground", () -> new Color(0x1B1F24));

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Supplier<Color> fallback;

    Tone(String key, Supplier<Color> fallback) {
        this.key = key;
        this.fallback = fallback;
    }

    /** Returns the UI key a theme sets. */
    public String key() {
        return key;
    }

    /** Returns the colour as the look and feel now has it. */
    public Color color() {
        Color color = UIManager.getColor(key);
        return color == null ? fallback.get() : color;
    }

    /** Returns one colour laid over another; 0 is all the first, 1 all the second. */
    static Color blend(Color under, Color over, float share) {
        return ColorFunctions.mix(over, under, share);
    }

    /** Returns a colour let through by so much; 1 is opaque. */
    static Color fade(Color color, float alpha) {
        int a = Math.round(255 * Math.max(0, Math.min(1, alpha)));
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), a);
    }

    private static boolean isDark(Color color) {
        return ColorFunctions.luma(color) < 0.5f;
    }

    private static Color byTheme(int light, int dark) {
        return new Color(isDark(BACKGROUND.color()) ? dark : light);
    }

    private static Color mix(String under, String over, float share) {
        return blend(of(under), of(over), share);
    }

    private static Color readable(Color text) {
        boolean dark = isDark(BACKGROUND.color());
        return dark == isDark(text) ? new Color(dark ? 0xE8ECF0 : 0x1B1F24) : text;
    }

    private static Color of(String key) {
        return "Belfry.background".equals(key) ? BACKGROUND.color() : TEXT.color();
    }

    private static Color ui(String key, int otherwise) {
        @Nullable Color color = UIManager.getColor(key);
        return color == null ? new Color(otherwise) : color;
    }
}
