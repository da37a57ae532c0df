package dev.belfry.demo.launcher;

import dev.belfry.Belfry;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.demo.phone.Exchange;
import dev.belfry.media.audio.AudioDevices;
import dev.belfry.media.device.MediaDevices;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Alice's phone and Bob's, in two windows of one program. Closing a window ends its call and releases its devices;
 * closing both ends the program.
 */
public final class Launcher implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Launcher.class.getName());
    private static final List<String> USERS = List.of("alice", "bob");

    private final @Nullable Path video;
    private final Exchange exchange = new Exchange();
    private final CountDownLatch open = new CountDownLatch(USERS.size());
    // What may wait for a device or a library happens here, never on the event dispatch thread.
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "demo-background"));

    /**
     * Creates a launcher that has not opened a window yet.
     *
     * @param video a file for both to show instead of their cameras, or null
     */
    public Launcher(@Nullable Path video) {
        this.video = video;
    }

    /** Opens both windows, and returns once the user has closed both and everything is released. */
    public static void runUntilClosed(@Nullable Path video) throws InterruptedException, InvocationTargetException {
        try (Launcher launcher = new Launcher(video)) {
            SwingUtilities.invokeAndWait(launcher::show);
            launcher.awaitClosed();
        }
    }

    /** Opens both windows; on the event dispatch thread. */
    public void show() {
        ThemeMenu.applyDefault();
        for (int place = 0; place < USERS.size(); place++) {
            PhoneWindow window = new PhoneWindow(USERS.get(place));
            window.showBeside(place, USERS.size());
            int camera = place;
            // Only now, with its window on the screen, does a phone load what is slow to load.
            background.execute(() -> plugIn(window, camera));
        }
    }

    /** Returns once both windows are closed. */
    public void awaitClosed() throws InterruptedException {
        open.await();
    }

    @Override
    public void close() {
        background.shutdown();
        exchange.close();
    }

    private void plugIn(PhoneWindow window, int place) {
        MediaChoice media = new MediaChoice(cameras(), place, video);
        Belfry phone = exchange.phone(window.uid(), media::applyTo);
        SwingUtilities.invokeLater(() -> window.connect(phone, () -> background.execute(() -> unplug(phone))));
        CompletableFuture<?> unused = phone.warmUp();
    }

    private static List<MediaDevice> cameras() {
        return new MediaDevices(Runnable::run, AudioDevices::microphones, AudioDevices::speakers)
                .list(MediaDevice.Kind.CAMERA)
                .exceptionally(e -> {
                    LOG.log(Level.WARNING, "No cameras can be listed", e);
                    return List.of();
                })
                .join();
    }

    private void unplug(Belfry phone) {
        phone.close();
        open.countDown();
    }
}
