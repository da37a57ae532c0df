package dev.belfry.hub.server;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SystemScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A clock that runs several times as fast as the system's, and a serial executor, both on one thread. Those made of each
 * other show the same time. Thread-safe.
 */
final class HurriedClock implements Scheduler, Executor, AutoCloseable {
    private final SystemScheduler system = new SystemScheduler("hurried-clock");
    private final Instant origin;
    private final long originNanos;
    private final int factor;

    HurriedClock(int factor) {
        this(Instant.now(), System.nanoTime(), factor);
    }

    private HurriedClock(Instant origin, long originNanos, int factor) {
        this.origin = origin;
        this.originNanos = originNanos;
        this.factor = factor;
    }

    /** Returns a clock that shows the same time, on a thread of its own. */
    HurriedClock another() {
        return new HurriedClock(origin, originNanos, factor);
    }

    /** Returns once a task was run on this clock's thread. */
    void run(Runnable task) {
        CompletableFuture.runAsync(task, this).join();
    }

    /** Returns once so much time has passed by this clock. */
    void await(Duration time) {
        CompletableFuture<Boolean> passed = new CompletableFuture<>();
        schedule(time, () -> passed.complete(true));
        passed.join();
    }

    @Override
    public Instant now() {
        return origin.plusNanos(nanoTime());
    }

    @Override
    public long nanoTime() {
        return (System.nanoTime() - originNanos) * factor;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        return system.schedule(delay.dividedBy(factor), task);
    }

    @Override
    public void execute(Runnable task) {
        system.execute(task);
    }

    @Override
    public void close() {
        system.close();
    }
}
