package dev.belfry.media.device;

import dev.belfry.call.spi.DeviceCatalog;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.Scheduler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the lists of devices every few seconds, one after the other, and tells when one is another than before: not
 * every system says so by itself. The first lists are what later ones are compared with. Thread-safe.
 */
final class DevicePoll implements DeviceCatalog.Watch {
    static final Duration PERIOD = Duration.ofSeconds(3);

    private static final Logger LOG = System.getLogger(DevicePoll.class.getName());
    private static final List<MediaDevice.Kind> KINDS =
            List.of(MediaDevice.Kind.CAMERA, MediaDevice.Kind.MICROPHONE, MediaDevice.Kind.SPEAKER);

    private final DeviceCatalog catalog;
    private final Scheduler scheduler;
    private final Runnable changed;
    private final Map<MediaDevice.Kind, List<MediaDevice>> known = new EnumMap<>(MediaDevice.Kind.class);
    private Scheduler.@Nullable Cancellable next;
    private boolean closed;

    DevicePoll(DeviceCatalog catalog, Scheduler scheduler, Runnable changed) {
        this.catalog = catalog;
        this.scheduler = scheduler;
        this.changed = changed;
    }

    /** Begins; the first look is one period away, when a call that begins has opened its devices. */
    synchronized void start() {
        if (!closed) {
            next = scheduler.schedule(PERIOD, this::look);
        }
    }

    private void look() {
        CompletableFuture<Boolean> looked = CompletableFuture.completedFuture(false);
        for (MediaDevice.Kind kind : KINDS) {
            looked = looked.thenCompose(news -> catalog.list(kind)
                    .handle((devices, failure) -> isNews(kind, failure == null ? devices : null) || news));
        }
        var unused = looked.whenComplete(this::looked);
    }

    /** A list that cannot be had is no news. */
    private synchronized boolean isNews(MediaDevice.Kind kind, @Nullable List<MediaDevice> devices) {
        List<MediaDevice> before = devices == null ? null : known.put(kind, devices);
        return before != null && !before.equals(devices);
    }

    private void looked(@Nullable Boolean news, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(Level.DEBUG, "Devices are no longer looked for", failure);
            return;
        }
        if (Boolean.TRUE.equals(news) && !isClosed()) {
            changed.run();
        }
        start();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
