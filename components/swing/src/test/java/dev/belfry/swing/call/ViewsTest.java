package dev.belfry.swing.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewsTest {
    private static final int[][] SIZES = {{280, 200}, {320, 240}, {360, 560}, {640, 480}, {1920, 1080}};

    private String lookBefore = "";

    @BeforeEach
    void keepLook() {
        lookBefore = javax.swing.UIManager.getLookAndFeel().getClass().getName();
    }

    @AfterEach
    void restoreLook() throws Exception {
        EventQueue.invokeAndWait(() -> Screenshots.install(lookBefore));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javax.swing.plaf.metal.MetalLookAndFeel",
                "javax.swing.plaf.nimbus.NimbusLookAndFeel",
                "com.formdev.flatlaf.FlatLightLaf",
                "com.formdev.flatlaf.FlatDarkLaf"
            })
    void buttonsAreWholeAndApartInEveryStateAndSize(String look) throws Exception {
        EventQueue.invokeAndWait(() -> {
            Screenshots.install(look);
            Gallery.states().forEach((name, state) -> {
                JFrame frame = new JFrame(name);
                try {
                    JComponent view = state.get();
                    frame.setUndecorated(true);
                    frame.setContentPane(view);
                    frame.pack();
                    for (int[] size : SIZES) {
                        frame.setSize(size[0], size[1]);
                        frame.validate();
                        frame.validate();
                        check(look + " " + name + " " + size[0] + "x" + size[1], view);
                    }
                } finally {
                    frame.dispose();
                }
            });
        });
    }

    private static void check(String where, JComponent view) {
        BufferedImage image = new BufferedImage(view.getWidth(), view.getHeight(), BufferedImage.TYPE_INT_RGB);
        view.paint(image.createGraphics());
        List<Rectangle> taken = new ArrayList<>();
        Rectangle whole = new Rectangle(view.getSize());
        for (AbstractButton button : buttons(view)) {
            Rectangle place = SwingUtilities.convertRectangle(button.getParent(), button.getBounds(), view);
            assertThat(whole.contains(place))
                    .as("%s: %s at %s", where, button.getName(), place)
                    .isTrue();
            assertThat(place.width)
                    .as("%s: %s", where, button.getName())
                    .isGreaterThanOrEqualTo(button.getPreferredSize().width);
            assertThat(taken).as("%s: %s at %s", where, button.getName(), place).noneMatch(place::intersects);
            assertThat(button.getAccessibleContext().getAccessibleName()).isNotBlank();
            taken.add(place);
        }
    }

    private static List<AbstractButton> buttons(Container container) {
        List<AbstractButton> buttons = new ArrayList<>();
        for (Component part : container.getComponents()) {
            if (part.isVisible() && part instanceof AbstractButton button) {
                buttons.add(button);
            } else if (part.isVisible() && part instanceof Container inner) {
                buttons.addAll(buttons(inner));
            }
        }
        return buttons;
    }
}
