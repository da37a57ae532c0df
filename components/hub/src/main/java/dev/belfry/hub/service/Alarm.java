package dev.belfry.hub.service;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.Scheduler.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Strikes at the earliest of the times it was set to, one stroke at a time. Thread-safe; calls nobody while locked. */
final class Alarm implements AutoCloseable {
    private final Scheduler scheduler;
    private final Executor executor;
    private final AtomicInteger strokes = new AtomicInteger();
    private Runnable task = () -> {};
    private @Nullable Instant armedFor;
    private Cancellable timer = () -> {};
    private boolean closed;

    Alarm(Scheduler scheduler, Executor executor) {
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /** Says what to run, and runs it for the first time soon. */
    void start(Runnable stroke) {
        synchronized (this) {
            task = stroke;
        }
        set(scheduler.now());
    }

    /** Has it strike at a time, unless it strikes before that anyway. */
    synchronized void set(Instant at) {
        if (closed || (armedFor != null && !at.isBefore(armedFor))) {
            return;
        }
        timer.cancel();
        armedFor = at;
        timer = scheduler.schedule(Duration.between(scheduler.now(), at), () -> strike(at));
    }

    private void strike(Instant at) {
        Runnable stroke;
        synchronized (this) {
            if (at.equals(armedFor)) {
                armedFor = null;
            }
            stroke = task;
        }
        executor.execute(() -> run(stroke));
    }

    /** A stroke that comes while another is carried out is made up for when that is over. */
    private void run(Runnable stroke) {
        if (strokes.getAndIncrement() > 0) {
            return;
        }
        int made;
        do {
            made = strokes.get();
            if (!isClosed()) {
                stroke.run();
            }
        } while (strokes.addAndGet(-made) > 0);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
    }
}
