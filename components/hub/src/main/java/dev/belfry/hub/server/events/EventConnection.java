package dev.belfry.hub.server.events;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.service.Batch;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.EventEntry;
import dev.belfry.hub.service.NewEvents;
import dev.belfry.signaling.wire.FrameCodec;
import dev.belfry.signaling.wire.ServerFrame;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * One device's event connection. What it receives it handles on the server's threads, one message at a time; what is new
 * it reads and sends in one task at a time on the hub's executor. Public since the server calls it by reflection.
 *
 * @since 0.1
 */
public final class EventConnection extends Session.Listener.AbstractAutoDemanding {
    private static final Logger LOG = System.getLogger(EventConnection.class.getName());
    private static final Duration PING_EVERY = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(5);

    private final Visitor visitor;
    private final EventParts parts;
    private final DeviceCommands commands;
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicBoolean unread = new AtomicBoolean();
    private final Handover handover = new Handover();
    private final AtomicReference<@Nullable CloseCode> closing = new AtomicReference<>();
    private volatile @Nullable SendQueue queue;
    private final AtomicBoolean attached = new AtomicBoolean();
    private volatile boolean behind;
    private volatile long heardAt;
    private volatile long pingedAt;
    private volatile long closingAt;
    private long last;

    EventConnection(Visitor visitor, EventParts parts) {
        this.visitor = visitor;
        this.parts = parts;
        commands = new DeviceCommands(parts.hub(), visitor.device(), parts.messageRate());
        heardAt = parts.clock().nanoTime();
        pingedAt = heardAt;
    }

    Device device() {
        return visitor.device();
    }

    long start() {
        return visitor.start();
    }

    /** Greets the hub and sends what the device has missed; only then is anything of the device's heard. */
    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        parts.connections().opened(this);
        SendQueue opened = new SendQueue(session, parts.limits().backlogBytes(), () -> close(CloseCode.TOO_MUCH));
        try {
            long greeted = parts.hub().attach(device(), start());
            attached.set(true);
            Long since = visitor.since();
            Batch batch = parts.hub().events(device(), since == null ? greeted : known(since));
            last = batch.since();
            opened.send(FrameCodec.write(new ServerFrame.Hello(batch.since(), device().uid(), parts.node())));
            queue = opened;
            send(opened, batch);
        } catch (CallException refused) {
            close(refused.code() == ErrorCode.ERR_UNAUTHORIZED ? CloseCode.REPLACED : CloseCode.FAILED);
            return;
        }
        parts.connections().add(this);
        wake();
    }

    @Override
    public void onWebSocketText(String text) {
        heard();
        SendQueue to = queue;
        if (to == null || closing.get() != null) {
            return;
        }
        DeviceCommands.Outcome outcome =
                commands.run(text, start(), parts.limits().messageBytes());
        if (outcome.answer() != null) {
            to.send(FrameCodec.write(outcome.answer()));
        }
        if (outcome.close() != null) {
            close(outcome.close());
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        close(CloseCode.BAD_MESSAGE);
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        heard();
        Session session = getSession();
        if (session != null) {
            session.sendPong(payload, Callback.NOOP);
        }
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        heard();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.log(Level.DEBUG, "event=connection_failed reason=\"{0}\"", cause.getMessage());
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        callback.succeed();
        SendQueue open = queue;
        if (open != null) {
            open.close();
        }
        parts.connections().closed(this);
        parts.addresses().remove(visitor.address());
        if (attached.getAndSet(false)) {
            parts.executor().execute(this::detach);
        }
    }

    /** There may be something new, which is to be read. */
    void wake() {
        unread.set(true);
        pushSoon();
    }

    /** There is something new: this, after all that was told or read before. */
    void tell(NewEvents events) {
        if (closing.get() == null) {
            handover.give(events);
            pushSoon();
        }
    }

    private void pushSoon() {
        if (wakes.getAndIncrement() == 0) {
            parts.executor().execute(this::push);
        }
    }

    void close(CloseCode code) {
        if (!closing.compareAndSet(null, code)) {
            return;
        }
        closingAt = parts.clock().nanoTime();
        parts.connections().remove(this);
        Session session = getSession();
        if (session != null) {
            session.close(code.code(), code.name(), Callback.NOOP);
        }
    }

    /** Called about once a second: asks whether the device lives, and closes what is over. */
    void beat(long nanoTime, Instant now) {
        Session session = getSession();
        if (session == null) {
            return;
        }
        if (closing.get() != null) {
            if (nanoTime - closingAt > TIME_TO_CLOSE.toNanos()) {
                session.disconnect();
            }
        } else if (now.isAfter(visitor.login().expiresAt().plus(Logins.SKEW))) {
            close(CloseCode.UNAUTHORIZED);
        } else if (nanoTime - heardAt > SILENCE.toNanos()) {
            LOG.log(Level.DEBUG, "event=connection_silent");
            session.disconnect();
        } else if (nanoTime - pingedAt >= PING_EVERY.toNanos()) {
            pingedAt = nanoTime;
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
        if (behind) {
            wake();
        }
    }

    /** A device cannot have a number that was never given: a store that was set back begins anew. */
    private long known(long since) throws CallException {
        return Math.min(since, parts.hub().head(device().uid()));
    }

    private void detach() {
        try {
            parts.hub().detach(device(), start());
        } catch (CallException unavailable) {
            LOG.log(Level.WARNING, "event=detach_failed code={0}", unavailable.code());
        }
    }

    private void heard() {
        heardAt = parts.clock().nanoTime();
    }

    private void push() {
        int seen;
        do {
            seen = wakes.get();
            SendQueue to = queue;
            if (to != null && closing.get() == null) {
                send(to);
            }
        } while (wakes.addAndGet(-seen) != 0);
    }

    private void send(SendQueue to) {
        Optional<List<EventEntry>> given = handover.takeAfter(last);
        try {
            if (unread.getAndSet(false) || given.isEmpty()) {
                send(to, parts.hub().events(device(), last));
                behind = false;
            } else if (!given.get().isEmpty()) {
                send(to, parts.hub().events(device(), new NewEvents(device().uid(), given.get())));
            }
        } catch (CallException unavailable) {
            behind = true;
            parts.metrics().storeFailed();
        } catch (RuntimeException failed) {
            behind = true;
            LOG.log(Level.ERROR, "event=push_failed", failed);
        }
    }

    private void send(SendQueue to, Batch batch) {
        for (Batch.Delivery delivery : batch.deliveries()) {
            to.send(FrameCodec.write(
                    delivery.event() == null
                            ? new ServerFrame.Skipped(delivery.seq())
                            : new ServerFrame.Delivered(delivery.event())));
            last = delivery.seq();
        }
        parts.metrics().eventsSent(batch.deliveries().size());
    }
}
