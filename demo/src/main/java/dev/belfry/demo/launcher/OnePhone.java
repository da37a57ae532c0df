package dev.belfry.demo.launcher;

import dev.belfry.Belfry;
import dev.belfry.call.User;
import dev.belfry.demo.phone.RemoteHub;
import dev.belfry.engine.MediaTransports;
import dev.belfry.engine.rtc.RtcTransports;
import dev.belfry.frame.Codec;
import dev.belfry.rtc.ice.IceNetwork;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** One user's phone, in a window of its own. */
public final class OnePhone {
    private final RemoteHub hub;
    private final User user;
    private final @Nullable Path video;
    private final Codec codec;

    /**
     * Creates a phone that does not show.
     *
     * @param video a file to show instead of the camera, or null
     * @param codec how pictures are encoded
     */
    public OnePhone(RemoteHub hub, User user, @Nullable Path video, Codec codec) {
        this.hub = hub;
        this.user = user;
        this.video = video;
        this.codec = codec;
    }

    /** Opens the window, and returns once the user has closed it and everything is released. */
    public void runUntilClosed() throws InterruptedException, InvocationTargetException {
        CountDownLatch closed = new CountDownLatch(1);
        ExecutorService background = Executors.newSingleThreadExecutor(work -> new Thread(work, "demo-background"));
        MediaTransports network = RtcTransports.builder()
                .network(IceNetwork.INTERFACES_AND_LOOPBACK)
                .build();
        try (network) {
            PhoneLine phones = new PhoneLine(hub, network, background);
            SwingUtilities.invokeAndWait(() -> {
                ThemeMenu.applyDefault();
                PhoneWindow window = new PhoneWindow(user);
                window.showBeside(0, 1);
                background.execute(() -> phones.plugIn(window, this::withMedia, closed::countDown));
            });
            closed.await();
        } finally {
            background.shutdown();
        }
    }

    private Belfry.Builder withMedia(Belfry.Builder phone) {
        return new MediaChoice(MediaChoice.listCameras(), 0, video, codec).applyTo(phone);
    }
}
