package dev.belfry.call.control;

import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's clock and one daemon thread, for a controller that was given neither. Started with the first task. */
final class SystemScheduler implements Scheduler, Executor, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread;

    SystemScheduler(String name) {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        ScheduledFuture<?> timer = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /** Drops what waits, and ends the thread once it is through with what it does. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
