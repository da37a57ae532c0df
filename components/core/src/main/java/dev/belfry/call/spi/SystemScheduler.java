package dev.belfry.call.spi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The system's clock and one daemon thread, started with the first task, on which all tasks run one at a time. What a
 * task throws is logged. Thread-safe.
 *
 * @since 0.1
 */
public final class SystemScheduler implements Scheduler, Executor, AutoCloseable {
    private static final Logger LOG = System.getLogger(SystemScheduler.class.getName());
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final ScheduledThreadPoolExecutor executor;
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    /** Creates a scheduler whose thread will have that name. */
    public SystemScheduler(String name) {
        executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread daemon = new Thread(task, name);
                    daemon.setDaemon(true);
                    thread = daemon;
                    return daemon;
                },
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

    /** Runs a task once, after a delay; drops it once this is closed. */
    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        if (closing) {
            return () -> {};
        }
        Future<?> timer = executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    /** Runs a task soon, after those before it; drops it once this is closed. */
    @Override
    public void execute(Runnable task) {
        executor.execute(() -> run(task));
    }

    /**
     * Runs what is due, drops what waits for later, and ends the thread. Blocks until it has ended, 2 seconds at most,
     * unless called on that very thread.
     */
    @Override
    public void close() {
        closing = true;
        executor.execute(executor::shutdown);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            if (!executor.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "A task does not end");
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A task failed", e);
        }
    }
}
