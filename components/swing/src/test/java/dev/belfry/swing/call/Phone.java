package dev.belfry.swing.call;

import static org.awaitility.Awaitility.await;

import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallController.WaitingPolicy;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.testkit.FakeMediaEngine;
import dev.belfry.testkit.SwingExtension;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JButtonFixture;

/** One user's controller and panel, in a window that a robot uses. */
final class Phone implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PRESSES = 3;

    final FakeMediaEngine media = new FakeMediaEngine().connectByItself();
    final CallController controller;
    final CallPanel panel;
    final JFrame frame;
    final FrameFixture window;

    Phone(SwingExtension swing, SignalingClient line, WaitingPolicy policy) {
        controller = CallController.builder(line)
                .media(media)
                .callbackExecutor(SwingUtilities::invokeLater)
                .waitingPolicy(policy)
                .build();
        panel = GuiActionRunner.execute(() -> {
            CallPanel created = new CallPanel();
            created.setController(controller);
            return created;
        });
        frame = swing.show(() -> panel);
        window = new FrameFixture(swing.robot(), frame);
    }

    /** Waits for a button of that name and presses it: again where a change of focus in mid-press undid that. */
    void press(String name) {
        JButtonFixture button = button(name);
        AtomicInteger actions = new AtomicInteger();
        ActionListener counter = event -> actions.incrementAndGet();
        GuiActionRunner.execute(() -> button.target().addActionListener(counter));
        for (int i = 0; i < PRESSES && actions.get() == 0; i++) {
            button.focus().click();
        }
        GuiActionRunner.execute(() -> button.target().removeActionListener(counter));
    }

    JButtonFixture button(String name) {
        await("button " + name).atMost(PATIENCE).until(() -> shows(name));
        return window.button(name);
    }

    /** Waits until the panel has a button of that name to be seen and pressed. */
    void awaitButton(String name) {
        button(name);
    }

    void awaitText(String text) {
        await("text " + text).atMost(PATIENCE).until(() -> texts().contains(text));
    }

    boolean shows(String name) {
        return GuiActionRunner.execute(() -> parts(panel).stream()
                .anyMatch(part -> name.equals(part.getName()) && part.isShowing() && part.isEnabled()));
    }

    List<String> texts() {
        return GuiActionRunner.execute(() -> parts(panel).stream()
                .filter(part -> part.isShowing() && part instanceof JLabel)
                .map(part -> ((JLabel) part).getText())
                .toList());
    }

    static List<JComponent> parts(Container container) {
        List<JComponent> parts = new ArrayList<>();
        for (Component part : container.getComponents()) {
            if (part instanceof JComponent component) {
                parts.add(component);
                parts.addAll(parts(component));
            }
        }
        return parts;
    }

    @Override
    public void close() {
        controller.close();
        media.close();
    }
}
