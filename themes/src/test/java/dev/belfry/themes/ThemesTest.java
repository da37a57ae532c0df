package dev.belfry.themes;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.LookAndFeel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UIManager.LookAndFeelInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThemesTest {
    private @Nullable LookAndFeel before;

    @BeforeEach
    void remember() {
        before = UIManager.getLookAndFeel();
    }

    @AfterEach
    void restore() throws Exception {
        UIManager.setLookAndFeel(before);
    }

    @Test
    void each_theme_installs_and_paints_in_its_colours() throws Exception {
        assertInstalls(BelfryLightLaf::setup, BelfryLightLaf.NAME, new Color(0xFFFFFF), false);
        assertInstalls(BelfryDarkLaf::setup, BelfryDarkLaf.NAME, new Color(0x15181C), true);
        assertInstalls(BelfryHighContrastLaf::setup, BelfryHighContrastLaf.NAME, new Color(0x000000), true);
    }

    @Test
    void every_theme_has_every_key_of_the_panels() {
        Set<Object> light = belfryKeys(new BelfryLightLaf());
        assertThat(light).hasSizeGreaterThan(20);
        assertThat(belfryKeys(new BelfryDarkLaf())).isEqualTo(light);
        assertThat(belfryKeys(new BelfryHighContrastLaf())).isEqualTo(light);
    }

    @Test
    void themes_can_be_listed_for_a_theme_chooser() {
        LookAndFeelInfo[] installed = UIManager.getInstalledLookAndFeels();
        try {
            BelfryLightLaf.installLafInfo();
            BelfryDarkLaf.installLafInfo();
            BelfryHighContrastLaf.installLafInfo();
            assertThat(UIManager.getInstalledLookAndFeels())
                    .extracting(LookAndFeelInfo::getName)
                    .contains("Belfry Light", "Belfry Dark", "Belfry High Contrast");
        } finally {
            UIManager.setInstalledLookAndFeels(installed);
        }
    }

    private static void assertInstalls(BooleanSupplier setup, String name, Color background, boolean dark)
            throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            assertThat(setup.getAsBoolean()).isTrue();
            assertThat(UIManager.getLookAndFeel().getName()).isEqualTo(name);
            assertThat(UIManager.getLookAndFeel().getDescription()).startsWith("Belfry's");
            assertThat(FlatLaf.isLafDark()).isEqualTo(dark);
            assertThat(UIManager.getColor("Panel.background")).isEqualTo(background);
            paintButton();
        });
    }

    private static void paintButton() {
        JButton button = new JButton("Call");
        button.setSize(button.getPreferredSize());
        BufferedImage image = new BufferedImage(button.getWidth(), button.getHeight(), BufferedImage.TYPE_INT_RGB);
        button.paint(image.createGraphics());
        int middle = image.getRGB(8, button.getHeight() / 2) & 0xFFFFFF;
        assertThat(middle).isEqualTo(button.getBackground().getRGB() & 0xFFFFFF);
    }

    private static Set<Object> belfryKeys(FlatLaf theme) {
        return theme.getDefaults().keySet().stream()
                .filter(key -> key.toString().startsWith("Belfry."))
                .collect(Collectors.toSet());
    }
}
