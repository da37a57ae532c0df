package dev.belfry.demo.launcher;

import dev.belfry.themes.BelfryDarkLaf;
import dev.belfry.themes.BelfryHighContrastLaf;
import dev.belfry.themes.BelfryLightLaf;
import java.awt.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;

/** Changes the look and feel of all windows while they show, even in the middle of a call. */
final class ThemeMenu extends JMenu {
    private static final long serialVersionUID = 1;
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("dev.belfry.demo.launcher.words");
    private static final Map<String, String> THEMES = themes();

    ThemeMenu() {
        super(WORDS.getString("theme"));
        setName("theme");
        THEMES.forEach((key, className) -> {
            JMenuItem item = new JMenuItem(WORDS.getString(key));
            item.setName(key);
            item.addActionListener(e -> apply(className));
            add(item);
        });
    }

    /** Sets the look and feel to begin with; before the first window. */
    static void applyDefault() {
        BelfryLightLaf.setup();
    }

    private static Map<String, String> themes() {
        Map<String, String> themes = new LinkedHashMap<>();
        themes.put("theme.light", BelfryLightLaf.class.getName());
        themes.put("theme.dark", BelfryDarkLaf.class.getName());
        themes.put("theme.contrast", BelfryHighContrastLaf.class.getName());
        themes.put("theme.system", UIManager.getSystemLookAndFeelClassName());
        return themes;
    }

    private static void apply(String className) {
        try {
            UIManager.setLookAndFeel(className);
        } catch (ReflectiveOperationException | UnsupportedLookAndFeelException e) {
            throw new IllegalStateException(className, e);
        }
        for (Window window : Window.getWindows()) {
            SwingUtilities.updateComponentTreeUI(window);
        }
    }
}
