package dev.belfry.hub.local;

import dev.belfry.call.ConnectionState;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.hub.service.Batch;
import dev.belfry.hub.service.Device;
import dev.belfry.signaling.client.CommandRetry;
import dev.belfry.signaling.client.EventInbox;
import dev.belfry.signaling.client.Heartbeat;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A device's end of its line, as far as events go. Confined to one executor but for {@link #close}. */
final class LocalFeed {
    private static final Logger LOGGER = System.getLogger(LocalFeed.class.getName());
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Device device;
    private final Scheduler scheduler;
    private final Executor executor;
    private final CommandRetry greeting;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable SignalingListener listener;
    private @Nullable EventInbox inbox;
    private @Nullable Heartbeat heartbeat;
    private boolean early;

    LocalFeed(Device device, Scheduler scheduler, Executor executor) {
        this.device = device;
        this.scheduler = scheduler;
        this.executor = executor;
        greeting = new CommandRetry(scheduler, executor, FOREVER);
    }

    void open(SignalingListener target, LocalPort port) {
        if (closed.get()) {
            return;
        }
        if (listener != null) {
            throw new IllegalStateException("a line is connected once");
        }
        listener = target;
        tell(to -> to.onConnectionState(ConnectionState.CONNECTING));
        var unused = greeting.send(port::greet).whenComplete((batch, refusal) -> {
            if (refusal == null) {
                begin(batch, port);
            } else if (!closed.get()) {
                LOGGER.log(Logger.Level.WARNING, "The hub refuses " + device, refusal);
            }
        });
    }

    private void begin(Batch batch, LocalPort port) {
        EventInbox events = new EventInbox(batch.since(), this::deliver);
        inbox = events;
        Heartbeat beat = new Heartbeat(
                scheduler, executor, () -> ask(port, events), state -> tell(to -> to.onConnectionState(state)));
        heartbeat = beat;
        beat.start();
        receive(batch);
        if (early) {
            beat.hurry();
        }
    }

    private CompletableFuture<@Nullable Void> ask(LocalPort port, EventInbox events) {
        long since = events.last();
        return port.request((hub, by) -> hub.sync(by, since)).thenAccept(batch -> {
            if (batch.since() > since) {
                events.skipTo(batch.since());
            }
            receive(batch);
        });
    }

    void receive(Batch batch) {
        EventInbox events = inbox;
        if (events == null) {
            early = true;
            return;
        }
        batch.deliveries().forEach(delivery -> events.receive(delivery.seq(), delivery.event()));
        if (events.hasGap() && heartbeat != null) {
            heartbeat.hurry();
        }
    }

    private void deliver(SignalingEvent event) {
        SignalingEvent.Header header = event.header();
        boolean echo = header.uid().equals(device.uid()) && header.deviceId().equals(device.deviceId());
        if (!echo) {
            tell(to -> to.onEvent(event));
        }
    }

    private void tell(Consumer<SignalingListener> call) {
        if (listener != null && !closed.get()) {
            call.accept(listener);
        }
    }

    /** Any thread. */
    boolean isClosed() {
        return closed.get();
    }

    /** Silences the listener; returns whether this was the first time. Any thread. */
    boolean close() {
        return closed.compareAndSet(false, true);
    }

    void stop() {
        greeting.close();
        if (heartbeat != null) {
            heartbeat.stop();
        }
    }
}
