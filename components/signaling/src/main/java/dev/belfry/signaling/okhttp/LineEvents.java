package dev.belfry.signaling.okhttp;

import dev.belfry.call.ConnectionState;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.signaling.client.EventInbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands a device's events to its listener: in order, each once, over all connections, without those the device caused
 * itself. Confined to one executor.
 */
final class LineEvents {
    private static final Logger LOG = System.getLogger(LineEvents.class.getName());
    private static final Duration GAP_LIMIT = Duration.ofSeconds(2);

    private final String uid;
    private final String deviceId;
    private final Scheduler scheduler;
    private final Executor executor;
    private final BooleanSupplier isClosed;
    private Runnable onMissing = () -> {};
    private @Nullable SignalingListener listener;
    private @Nullable EventInbox inbox;
    private Scheduler.Cancellable gap = () -> {};
    private boolean waits;

    /**
     * Creates a feed without a listener.
     *
     * @param isClosed whether the listener is to hear no more; any thread changes that
     */
    LineEvents(String uid, String deviceId, Scheduler scheduler, Executor executor, BooleanSupplier isClosed) {
        this.uid = uid;
        this.deviceId = deviceId;
        this.scheduler = scheduler;
        this.executor = executor;
        this.isClosed = isClosed;
    }

    void listener(SignalingListener target) {
        listener = target;
    }

    /** Sets who is told that events are missing between others and do not come. */
    void onMissing(Runnable action) {
        onMissing = action;
    }

    void tell(ConnectionState state) {
        tell(to -> to.onConnectionState(state));
    }

    /** Returns the number up to which everything came; null before the first connection. */
    @Nullable
    Long since() {
        return inbox == null ? null : inbox.last();
    }

    /** A connection begins: with the event after a number. */
    void begin(long since) {
        EventInbox known = inbox;
        if (known == null || since < known.last()) {
            // The hub knows no such number as was asked for: it counts anew.
            inbox = new EventInbox(since, this::deliver);
        } else {
            known.skipTo(since);
        }
    }

    /** Takes what came under a number; null if that is not for this device. */
    void receive(long seq, @Nullable SignalingEvent event) {
        EventInbox open = inbox;
        if (open == null) {
            return;
        }
        open.receive(seq, event);
        if (!open.hasGap()) {
            calm();
        } else if (!waits) {
            waits = true;
            gap = scheduler.schedule(
                    GAP_LIMIT,
                    () -> executor.execute(() -> {
                        if (waits) {
                            calm();
                            onMissing.run();
                        }
                    }));
        }
    }

    /** The connection is gone. */
    void lost() {
        calm();
    }

    private void calm() {
        waits = false;
        gap.cancel();
    }

    private void deliver(SignalingEvent event) {
        SignalingEvent.Header header = event.header();
        boolean echo = header.uid().equals(uid) && header.deviceId().equals(deviceId);
        if (!echo) {
            tell(to -> to.onEvent(event));
        }
    }

    private void tell(Consumer<SignalingListener> call) {
        if (listener != null && !isClosed.getAsBoolean()) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A listener failed", e);
            }
        }
    }
}
