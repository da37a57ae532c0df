package dev.belfry.demo.load;

import dev.belfry.call.CallRequest;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.demo.line.LightDevice;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Two users who call each other, one call at a time: the caller initiates, the receiver accepts as soon as it rings, the
 * caller ends it. Thread-safe; nothing waits.
 */
final class LoadPair {
    private final LoadFigures figures;
    private final Executor afterTalk;
    private final Consumer<LoadPair> onFree;
    private LightDevice caller;
    private LightDevice receiver;
    private @Nullable String sessionId;
    private boolean counts;
    private boolean accepted;
    private long dueAt;
    private long acceptAt;
    private long endAt;

    /**
     * Creates a pair.
     *
     * @param devices makes one of the two, 0 or 1, whose events go to the consumer
     * @param afterTalk runs what is to happen when they have talked
     * @param onFree told when the pair may call again
     */
    LoadPair(Devices devices, LoadFigures figures, Executor afterTalk, Consumer<LoadPair> onFree) {
        this.figures = figures;
        this.afterTalk = afterTalk;
        this.onFree = onFree;
        this.caller = devices.make(0, this::onEvent);
        this.receiver = devices.make(1, this::onEvent);
    }

    /** Makes the devices of a pair. */
    @FunctionalInterface
    interface Devices {
        LightDevice make(int which, Consumer<SignalingEvent> events);
    }

    /** Connects the first, then the second. */
    CompletableFuture<@Nullable Void> connect() {
        return caller.connect().thenCompose(connected -> receiver.connect());
    }

    /**
     * Begins a call.
     *
     * @param due when it should have begun, on the clock of {@link System#nanoTime()}: what is late counts
     * @param counting whether its times are taken
     */
    void call(long due, boolean counting) {
        String id = UUID.randomUUID().toString();
        LightDevice from;
        CallRequest request;
        synchronized (this) {
            sessionId = id;
            dueAt = due;
            counts = counting;
            accepted = false;
            from = caller;
            request = CallRequest.video(receiver.uid());
        }
        var unused = from.initiate(id, request).whenComplete((call, failure) -> check(id, "initiate", failure));
    }

    /** Gives up a call that hangs. */
    void giveUp(String id) {
        fail(id, "a call that hung");
    }

    /** Returns the call that is going on, or null. */
    synchronized @Nullable String current() {
        return sessionId;
    }

    /** Counts what the numbers of events tell, and closes both. */
    synchronized void close() {
        for (LightDevice device : new LightDevice[] {caller, receiver}) {
            device.close();
            figures.error("event lost", device.numbers().lost());
            figures.error("event doubled", device.numbers().doubled());
        }
    }

    private void onEvent(SignalingEvent event) {
        long now = System.nanoTime();
        if (event instanceof CallChanged changed) {
            String id = event.header().sessionId();
            switch (changed.change()) {
                case INCOMING -> onIncoming(id, now);
                case ACCEPTED -> onAccepted(id, now);
                case ENDED -> onEnded(id, now);
                default -> fail(id, "unexpected " + changed.change());
            }
        }
    }

    private void onIncoming(String id, long now) {
        LightDevice by;
        synchronized (this) {
            if (!isCurrent(id, CallChange.INCOMING)) {
                return;
            }
            take(figures.toIncoming(), now - dueAt);
            acceptAt = now;
            by = receiver;
        }
        var unused = by.accept(id).whenComplete((call, failure) -> check(id, "accept", failure));
    }

    private void onAccepted(String id, long now) {
        synchronized (this) {
            if (!isCurrent(id, CallChange.ACCEPTED) || accepted) {
                return;
            }
            accepted = true;
            take(figures.toAccepted(), now - acceptAt);
        }
        afterTalk.execute(() -> end(id));
    }

    private void end(String id) {
        LightDevice by;
        synchronized (this) {
            if (!id.equals(sessionId)) {
                return;
            }
            endAt = System.nanoTime();
            by = caller;
        }
        var unused = by.end(id).whenComplete((call, failure) -> check(id, "end", failure));
    }

    private void onEnded(String id, long now) {
        synchronized (this) {
            if (!isCurrent(id, CallChange.ENDED)) {
                return;
            }
            take(figures.toEnded(), now - endAt);
            sessionId = null;
            LightDevice called = receiver;
            receiver = caller;
            caller = called;
        }
        figures.complete();
        onFree.accept(this);
    }

    private boolean isCurrent(String id, CallChange change) {
        boolean current = id.equals(sessionId);
        if (!current) {
            figures.error("stray " + change);
        }
        return current;
    }

    private void take(Histogram histogram, long nanos) {
        if (counts) {
            LoadFigures.record(histogram, nanos);
        }
    }

    private void check(String id, String command, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            fail(id, command + ": " + cause);
        }
    }

    private void fail(String id, String words) {
        figures.error(words);
        synchronized (this) {
            if (!id.equals(sessionId)) {
                return;
            }
            sessionId = null;
        }
        onFree.accept(this);
    }
}
