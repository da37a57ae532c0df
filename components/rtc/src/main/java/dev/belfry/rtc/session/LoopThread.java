package dev.belfry.rtc.session;

import dev.belfry.call.spi.Scheduler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A loop with a thread of its own, which starts with the first task and ends by {@link #close}. Thread-safe. */
final class LoopThread implements Loop {
    private static final Logger LOG = System.getLogger(LoopThread.class.getName());

    private final ScheduledThreadPoolExecutor executor;

    /**
     * Creates a loop.
     *
     * @param whenEnded runs as the last thing on the loop's thread
     */
    LoopThread(ThreadFactory threads, Runnable whenEnded) {
        executor = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy()) {
            @Override
            protected void terminated() {
                whenEnded.run();
            }
        };
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Scheduler.Cancellable schedule(long delayNanos, Runnable task) {
        Future<?> timer = executor.schedule(() -> run(task), delayNanos, TimeUnit.NANOSECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(() -> run(task));
    }

    @Override
    public void close() {
        executor.execute(executor::shutdown);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A task of a peer connection failed", e);
        }
    }
}
