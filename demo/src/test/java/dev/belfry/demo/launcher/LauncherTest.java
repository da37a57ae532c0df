package dev.belfry.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.timing.Pause.pause;
import static org.assertj.swing.timing.Timeout.timeout;

import dev.belfry.call.User;
import dev.belfry.swing.call.CallPanel;
import dev.belfry.swing.video.VideoView;
import dev.belfry.themes.BelfryDarkLaf;
import java.awt.Component;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.ListModel;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both phones in real windows, with real media. */
class LauncherTest {
    private static final long SECONDS = 30;

    private final @Nullable LookAndFeel before = UIManager.getLookAndFeel();
    private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
    private final Launcher launcher = new Launcher(null);

    @BeforeEach
    void open() {
        GuiActionRunner.execute(launcher::show);
    }

    @AfterEach
    void close() throws Exception {
        robot.cleanUp();
        launcher.close();
        UIManager.setLookAndFeel(before);
    }

    @Test
    void alice_calls_bob_both_see_and_closing_ends_it_all() throws Exception {
        FrameFixture alice = WindowFinder.findFrame("alice").using(robot);
        FrameFixture bob = WindowFinder.findFrame("bob").using(robot);

        await("Alice can call", () -> alice.button("call.video").isEnabled());
        assertThat(alice.list("contacts").contents()).hasSize(4);
        await("Alice sees that Bob is there", () -> isOnline(alice, "bob"));
        // Without a window manager no key finds its way.
        GuiActionRunner.execute(() -> alice.textBox("search").target().setText("bob"));
        await("Bob is found", () -> alice.list("contacts").contents().length == 1);

        alice.button("call.video").click();
        press(bob, "with video");
        await("Alice sees Bob", () -> picturesIn(alice) >= 2);
        await("Bob sees Alice", () -> picturesIn(bob) >= 2);

        alice.menuItem("theme.dark").click();
        assertThat(UIManager.getLookAndFeel()).isInstanceOf(BelfryDarkLaf.class);
        await("Bob still sees Alice", () -> picturesIn(bob) >= 2);

        alice.close();
        await("Bob's call is over", () -> picturesIn(bob) == 0);
        bob.close();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
            try {
                launcher.awaitClosed();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        closed.get(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void each_window_has_a_link_for_a_browser_and_another_once_it_is_copied() throws Exception {
        FrameFixture bob = WindowFinder.findFrame("bob").using(robot);
        await("a link", () -> bob.button("link.copy").isEnabled());
        String link = Objects.requireNonNull(bob.textBox("link").text());
        assertThat(link).matches("http://127\\.0\\.0\\.1:\\d+/#code=[\\w-]+");

        bob.button("link.copy").click();

        assertThat(Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor))
                .isEqualTo(link);
        await("another link", () -> !link.equals(bob.textBox("link").text()));
    }

    private void press(FrameFixture window, String name) {
        CallPanel panel = robot.finder().findByType(window.target(), CallPanel.class);
        GenericTypeMatcher<AbstractButton> named = new GenericTypeMatcher<>(AbstractButton.class, true) {
            @Override
            protected boolean isMatching(AbstractButton button) {
                String words = button.getAccessibleContext().getAccessibleName();
                return words != null && words.contains(name) && button.isEnabled();
            }
        };
        await(name, () -> !robot.finder().findAll(panel, named).isEmpty());
        robot.click(robot.finder().findAll(panel, named).iterator().next());
    }

    private static boolean isOnline(FrameFixture window, String uid) {
        ListModel<?> users = window.list("contacts").target().getModel();
        return GuiActionRunner.execute(() -> IntStream.range(0, users.getSize())
                .mapToObj(i -> (User) users.getElementAt(i))
                .anyMatch(user -> user.uid().equals(uid) && user.online()));
    }

    private static int picturesIn(FrameFixture window) {
        return GuiActionRunner.execute(() -> picturesIn(window.target()));
    }

    /** Counts the views that show a picture: one's own and the other's. */
    private static int picturesIn(Container parent) {
        int count = 0;
        for (Component child : parent.getComponents()) {
            if (child instanceof VideoView view) {
                count += view.isShowing() && view.snapshot() != null ? 1 : 0;
            } else if (child instanceof Container container) {
                count += picturesIn(container);
            }
        }
        return count;
    }

    private static void await(String what, BooleanSupplier met) {
        pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return met.getAsBoolean();
                    }
                },
                timeout(SECONDS, TimeUnit.SECONDS));
    }
}
