package dev.belfry.demo.launcher;

import dev.belfry.call.CallRequest;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionListener;
import dev.belfry.call.User;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.swing.call.CallPanel;
import dev.belfry.swing.video.VideoView;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.RootPaneContainer;
import org.assertj.swing.edt.GuiActionRunner;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Who sits before a phone's window: sees, hears and presses. For any thread but the event dispatch thread. */
final class WindowUser {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double AUDIBLE = 0.02;

    private final Frame frame;
    private final CallController controller;
    private volatile double loudest;

    WindowUser(Frame frame) {
        this.frame = frame;
        CallPanel panel = Objects.requireNonNull(find(CallPanel.class, each -> true));
        until("a phone", () -> GuiActionRunner.execute(panel::getController) != null);
        controller = Objects.requireNonNull(GuiActionRunner.execute(panel::getController));
        controller.addSessionListener("user", new SessionListener() {
            @Override
            public void onAudioLevelChanged(Participant participant, double level) {
                loudest = participant.isLocalUser() ? loudest : Math.max(loudest, level);
            }
        });
    }

    /** Calls somebody from the list: {@code audio} or {@code video}. */
    void call(String name, String how) {
        until(name, () -> GuiActionRunner.execute(() -> select(name)));
        press("call." + how);
    }

    /** Calls somebody for as short a time as the hub lets anybody. */
    void callBriefly(String uid) {
        var unused = controller.initiateCall(CallRequest.audio(uid).withTimeout(Duration.ofSeconds(5)));
    }

    /** Presses a button by its name, once it can be. */
    void press(String button) {
        Predicate<AbstractButton> ready = each -> button.equals(each.getName()) && each.isShowing() && each.isEnabled();
        until(button, () -> find(AbstractButton.class, ready) != null);
        GuiActionRunner.execute(
                () -> Objects.requireNonNull(find(AbstractButton.class, ready)).doClick());
    }

    void awaitPhase(CallPhase phase) {
        until(phase.name(), () -> controller.snapshot().phase() == phase);
    }

    /** Waits until the window says something. */
    void awaitWords(String words) {
        until(words, () -> find(JLabel.class, each -> each.isShowing() && words.equals(each.getText())) != null);
    }

    /** Waits until sound of the other side comes that can be heard. */
    void awaitSound() {
        until("sound", () -> loudest > AUDIBLE);
    }

    /** Waits until the picture of that name is like this one. */
    void awaitPicture(String name, Colour wanted) {
        until(name, () -> {
            Colour seen = picture(name);
            return seen != null && seen.isLike(wanted);
        });
    }

    /** Waits for the picture that a screen reader knows by this name, and returns its mean colour. */
    Colour awaitPicture(String name) {
        until(name, () -> picture(name) != null);
        return Objects.requireNonNull(picture(name));
    }

    private @Nullable Colour picture(String name) {
        VideoView view = find(
                VideoView.class,
                each -> each.isShowing()
                        && name.equals(each.getAccessibleContext().getAccessibleName()));
        BufferedImage image = view == null ? null : GuiActionRunner.execute(view::snapshot);
        return image == null ? null : Colour.of(image);
    }

    /** Ends the call that a test has not ended, if there is one. */
    void hangUp() {
        controller.hangUp();
    }

    /** Closes the view of a call that is over. */
    void dismiss() {
        controller.clearActiveCall();
        awaitPhase(CallPhase.IDLE);
        loudest = 0;
    }

    /** Writes what the window shows into a PNG file. */
    void photograph(Path file) throws IOException {
        BufferedImage image = GuiActionRunner.execute(() -> {
            Component root = ((RootPaneContainer) frame).getRootPane();
            BufferedImage painted = new BufferedImage(root.getWidth(), root.getHeight(), BufferedImage.TYPE_INT_RGB);
            root.paint(painted.createGraphics());
            return painted;
        });
        ImageIO.write(Objects.requireNonNull(image), "png", file.toFile());
    }

    private static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(PATIENCE).until(condition);
    }

    private boolean select(String name) {
        JList<?> list = Objects.requireNonNull(find(JList.class, each -> "contacts".equals(each.getName())));
        for (int i = 0; i < list.getModel().getSize(); i++) {
            if (list.getModel().getElementAt(i) instanceof User user
                    && user.name().equals(name)) {
                list.setSelectedIndex(i);
                return true;
            }
        }
        return false;
    }

    private <T extends Component> @Nullable T find(Class<T> type, Predicate<T> matching) {
        return GuiActionRunner.execute(() -> within(frame).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(matching)
                .findFirst()
                .orElse(null));
    }

    private static List<Component> within(Container parent) {
        List<Component> all = new ArrayList<>();
        for (Component child : parent.getComponents()) {
            all.add(child);
            if (child instanceof Container container) {
                all.addAll(within(container));
            }
        }
        return all;
    }
}
