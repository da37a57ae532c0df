package dev.belfry.engine;

import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a session's tasks one at a time. A task that throws is logged and harms no other; thread-safe. */
final class SessionExecutor implements Executor {
    private static final System.Logger LOG = System.getLogger(SessionExecutor.class.getName());

    private final ScheduledThreadPoolExecutor executor;
    private @Nullable ScheduledFuture<?> repeated;

    SessionExecutor(ThreadFactory threads) {
        this.executor = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /** Runs a task after those before it; drops it once closed. */
    @Override
    public void execute(Runnable task) {
        executor.execute(() -> run(task));
    }

    /** Runs a task again and again until closed; for one task. */
    synchronized void repeat(long millis, Runnable task) {
        repeated = executor.scheduleAtFixedRate(() -> run(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Takes no more tasks, and waits for those that were given. */
    void close() {
        synchronized (this) {
            if (repeated != null) {
                repeated.cancel(false);
            }
        }
        executor.shutdown();
        try {
            while (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.log(Level.WARNING, "a session's executor is still busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a task of a session failed", e);
        }
    }
}
