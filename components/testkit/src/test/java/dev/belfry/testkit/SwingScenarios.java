package dev.belfry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that behave well and badly: not tests themselves, but run by {@link SwingExtensionTest}. */
class SwingScenarios {
    static final Semaphore RELEASE = new Semaphore(0);

    @RegisterExtension
    final SwingExtension swing = new SwingExtension();

    @Test
    void behaves() {
        JButton button = GuiActionRunner.execute(() -> new JButton("Accept"));
        CountDownLatch pressed = new CountDownLatch(1);
        GuiActionRunner.execute(() -> button.addActionListener(e -> pressed.countDown()));
        swing.show(() -> button);
        swing.robot().click(button);
        assertThat(pressed.getCount()).isZero();
    }

    @Test
    void touchesOffTheEventThread() {
        JLabel label = GuiActionRunner.execute(() -> new JLabel("before"));
        swing.show(() -> label);
        label.setText("a much longer text, which makes it lay out anew");
    }

    @Test
    void forgetsAWindow() {
        GuiActionRunner.execute(() -> {
            JFrame frame = new JFrame("forgotten");
            frame.pack();
            frame.setVisible(true);
        });
    }

    @Test
    void forgetsAThread() {
        Thread thread = new Thread(
                () -> {
                    try {
                        RELEASE.acquire();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "belfry-forgotten");
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    void fails() {
        throw new AssertionError("on purpose");
    }
}
