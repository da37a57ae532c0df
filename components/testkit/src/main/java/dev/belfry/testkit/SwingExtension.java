package dev.belfry.testkit;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test real windows and a robot, and holds it to the rules of Swing. A test fails when it
 *
 * <ul>
 *   <li>touches a shown component off the event dispatch thread;
 *   <li>leaves a window open that is not its own, see {@link #own};
 *   <li>leaves a thread running that is named {@code belfry-...}, or one that would keep the JVM alive.
 * </ul>
 *
 * A failed test leaves a picture of the screen in {@code target/screenshots}. Register one for each test, in a field:
 *
 * <pre>{@code @RegisterExtension final SwingExtension swing = new SwingExtension();}</pre>
 */
public final class SwingExtension implements BeforeEachCallback, AfterTestExecutionCallback, AfterEachCallback {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final long THREAD_END_MILLIS = 3000;

    private final List<Window> own = new ArrayList<>();
    private final Set<Thread> before = new HashSet<>();
    private @Nullable Robot robot;

    /** Returns the robot that moves the mouse and presses keys. */
    public Robot robot() {
        Robot current = robot;
        if (current == null) {
            throw new IllegalStateException("there is a robot only while a test runs");
        }
        return current;
    }

    /** Makes a component on the event dispatch thread and shows it in a window of the test's own, at its preferred size. */
    public JFrame show(Supplier<? extends JComponent> component) {
        JFrame frame = GuiActionRunner.execute(() -> {
            JComponent content = component.get();
            JFrame created = new JFrame(content.getClass().getSimpleName());
            created.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
            created.setContentPane(content);
            return created;
        });
        own(frame);
        robot().showWindow(frame);
        return frame;
    }

    /** Takes over a window that the test opened: it is disposed of after the test instead of being called a leak. */
    public void own(Window window) {
        own.add(window);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        before.addAll(Thread.getAllStackTraces().keySet());
        FailOnThreadViolationRepaintManager.install();
        robot = BasicRobot.robotWithNewAwtHierarchy();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            String name = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
            takeScreenshot(SCREENSHOTS.resolve(name.replaceAll("[^A-Za-z0-9._-]+", "_") + ".png"));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        List<Window> leaked = new ArrayList<>();
        GuiActionRunner.execute(() -> {
            own.forEach(Window::dispose);
            Arrays.stream(Window.getWindows()).filter(SwingExtension::isOpen).forEach(leaked::add);
            leaked.forEach(Window::dispose);
        });
        own.clear();
        robot().cleanUp();
        robot = null;
        FailOnThreadViolationRepaintManager.uninstall();
        List<Thread> running = leftoverThreads();
        if (!leaked.isEmpty() || !running.isEmpty()) {
            throw new AssertionError("left behind by the test: windows " + leaked + ", threads " + running);
        }
    }

    /** Swing keeps an invisible owner for dialogs without one, for ever. */
    private static boolean isOpen(Window window) {
        return window.isDisplayable() && !window.getClass().getName().endsWith("$SharedOwnerFrame");
    }

    private List<Thread> leftoverThreads() {
        long deadline = System.nanoTime() + THREAD_END_MILLIS * 1_000_000;
        List<Thread> running = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            boolean unwanted = thread.getName().startsWith("belfry-") || !thread.isDaemon();
            if (unwanted && !isOfTheTools(thread) && !before.contains(thread) && !ends(thread, deadline)) {
                running.add(thread);
            }
        }
        before.clear();
        return running;
    }

    /** AWT ends its threads a second after the last window; AssertJ Swing keeps a pool of nameless ones for a minute. */
    private static boolean isOfTheTools(Thread thread) {
        String name = thread.getName();
        return name.startsWith("AWT-") || name.startsWith("pool-") || name.equals("DestroyJavaVM");
    }

    private static boolean ends(Thread thread, long deadline) {
        try {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private static void takeScreenshot(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
            ImageIO.write(new java.awt.Robot().createScreenCapture(screen), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AWTException e) {
            throw new IllegalStateException("no picture of the screen", e);
        }
    }
}
