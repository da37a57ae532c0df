package dev.belfry.hub.local;

import dev.belfry.call.spi.Scheduler;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's clock, and one daemon thread for everything in a local hub. */
final class LocalClock implements Scheduler, Executor, AutoCloseable {
    private static final Logger LOGGER = System.getLogger(LocalClock.class.getName());
    private static final Duration LAST_TASK = Duration.ofSeconds(2);

    private final ScheduledThreadPoolExecutor executor;

    LocalClock() {
        executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, "belfry-local-hub");
                    thread.setDaemon(true);
                    return thread;
                },
                // What a closing line still has to say, nobody is there to hear.
                new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
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
        if (executor.isShutdown()) {
            return () -> {};
        }
        Future<?> future = executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(() -> run(task));
    }

    /** Ends the thread. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LAST_TASK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.log(Logger.Level.WARNING, "A task of the local hub does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOGGER.log(Logger.Level.ERROR, "A task of the local hub failed", failure);
        }
    }
}
