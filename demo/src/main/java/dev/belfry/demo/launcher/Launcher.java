package dev.belfry.demo.launcher;

import dev.belfry.call.CallException;
import dev.belfry.call.User;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.demo.hub.People;
import dev.belfry.demo.phone.EmbeddedHub;
import dev.belfry.engine.MediaTransports;
import dev.belfry.engine.rtc.RtcTransports;
import dev.belfry.rtc.ice.IceNetwork;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Alice's phone and Bob's, in two windows of one program, and a hub for them and for browsers on this machine. Closing a
 * window ends its call and releases its devices; closing both ends the program.
 */
public final class Launcher implements AutoCloseable {
    private static final List<User> USERS = People.withPhone();

    private static final Logger LOG = System.getLogger(Launcher.class.getName());
    private static final long CLOSE_SECONDS = 20;

    private final @Nullable Path video;
    private final MediaTransports network =
            RtcTransports.builder().network(IceNetwork.INTERFACES_AND_LOOPBACK).build();
    private final CountDownLatch open = new CountDownLatch(USERS.size());
    // What may wait for a device, a library or the hub happens here, never on the event dispatch thread.
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "demo-background"));
    private final AtomicReference<@Nullable EmbeddedHub> hub = new AtomicReference<>();

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
        List<PhoneWindow> windows = new ArrayList<>();
        for (int place = 0; place < USERS.size(); place++) {
            PhoneWindow window = new PhoneWindow(USERS.get(place));
            window.showBeside(place, USERS.size());
            windows.add(window);
        }
        // Only now, with the windows on the screen, is what is slow to load loaded.
        background.execute(() -> plugIn(windows));
    }

    /** Returns once both windows are closed. */
    public void awaitClosed() throws InterruptedException {
        open.await();
    }

    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "A phone does not close");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        network.close();
        EmbeddedHub started = hub.get();
        if (started != null) {
            started.close();
        }
    }

    private void plugIn(List<PhoneWindow> windows) {
        EmbeddedHub started;
        try {
            started = EmbeddedHub.start();
        } catch (CallException | IllegalStateException e) {
            LOG.log(Level.WARNING, "No hub starts", e);
            String why = String.valueOf(e.getLocalizedMessage());
            SwingUtilities.invokeLater(() -> windows.forEach(window -> window.fail(why, open::countDown)));
            return;
        }
        hub.set(started);
        PhoneLine phones = new PhoneLine(started.hub(), network, background);
        List<MediaDevice> cameras = MediaChoice.listCameras();
        for (int place = 0; place < windows.size(); place++) {
            MediaChoice media = new MediaChoice(cameras, place, video);
            phones.plugIn(windows.get(place), media::applyTo, open::countDown);
        }
    }
}
