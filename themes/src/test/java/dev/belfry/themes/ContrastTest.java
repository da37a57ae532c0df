package dev.belfry.themes;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import javax.swing.UIDefaults;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text can be read: contrast ratios as WCAG 2.2 computes them. */
class ContrastTest {
    @ParameterizedTest(name = "{0} on {1}: light {2}, dark {3}, high contrast {4}")
    @CsvSource({
        "foreground,                 background,            15.0, 14.9, 15",
        "foreground,                 raisedBackground,      15.0, 13.0, 15",
        "secondaryForeground,        background,             5.9,  6.3,  7",
        "secondaryForeground,        raisedBackground,       5.8,  6.2,  7",
        "warningForeground,          background,             4.5,  4.5,  7",
        "warningForeground,          raisedBackground,       4.5,  4.5,  7",
        "accentColor,                background,             4.5,  4.5,  7",
        "accentColor,                raisedBackground,       4.5,  4.5,  7",
        "accept.foreground,          accept.background,     5.05,  4.6,  7",
        "decline.foreground,         decline.background,    5.35, 4.95,  7",
        "stage.foreground,           stage.background,         7,    7,  7",
        "stage.secondaryForeground,  stage.background,         7,    7,  7",
        "stage.warningForeground,    stage.background,         7,    7,  7",
        "control.foreground,         control.background,       7,    7,  7",
        "control.offForeground,      control.offBackground,    7,    7,  7",
        "avatar.foreground,          avatar.background1,       6,    6,  6",
        "avatar.foreground,          avatar.background2,       6,    6,  6",
        "avatar.foreground,          avatar.background3,       6,    6,  6",
        "avatar.foreground,          avatar.background4,       6,    6,  6",
        "avatar.foreground,          avatar.background5,       6,    6,  6",
        "avatar.foreground,          avatar.background6,       6,    6,  6",
        "avatar.foreground,          avatar.background7,       6,    6,  6",
        "avatar.foreground,          avatar.background8,       6,    6,  6",
    })
    void text_of_panels_stands_out(String text, String background, double light, double dark, double highContrast) {
        assertContrast(new BelfryLightLaf(), "Belfry." + text, "Belfry." + background, light);
        assertContrast(new BelfryDarkLaf(), "Belfry." + text, "Belfry." + background, dark);
        assertContrast(new BelfryHighContrastLaf(), "Belfry." + text, "Belfry." + background, highContrast);
    }

    @ParameterizedTest
    @CsvSource({
        "Label.foreground, Panel.background",
        "List.foreground, List.background",
        "List.selectionForeground, List.selectionBackground",
        "List.selectionInactiveForeground, List.selectionInactiveBackground",
        "Table.foreground, Table.background",
        "Table.selectionForeground, Table.selectionBackground",
        "TextField.foreground, TextField.background",
        "TextField.placeholderForeground, TextField.background",
        "Button.foreground, Button.background",
        "Button.default.foreground, Button.default.background",
        "ComboBox.foreground, ComboBox.background",
        "MenuItem.foreground, MenuItem.background",
        "MenuItem.selectionForeground, MenuItem.selectionBackground",
        "ToolTip.foreground, ToolTip.background",
    })
    void text_of_the_host_stands_out(String text, String background) {
        assertContrast(new BelfryLightLaf(), text, background, 4.5);
        assertContrast(new BelfryDarkLaf(), text, background, 4.5);
        assertContrast(new BelfryHighContrastLaf(), text, background, 7);
    }

    private static void assertContrast(FlatLaf theme, String text, String background, double least) {
        UIDefaults defaults = theme.getDefaults();
        assertThat(defaults.getColor(text)).as("%s: %s", theme.getName(), text).isNotNull();
        assertThat(defaults.getColor(background))
                .as("%s: %s", theme.getName(), background)
                .isNotNull();
        assertThat(contrast(defaults.getColor(text), defaults.getColor(background)))
                .as("%s: %s on %s", theme.getName(), text, background)
                .isGreaterThanOrEqualTo(least);
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int component) {
        double share = component / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
