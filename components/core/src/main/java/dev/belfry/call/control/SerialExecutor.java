package dev.belfry.call.control;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time, in order, on another executor, one task a turn. Its lock is never held while one runs. A
 * thread that has to wait for the tasks can run them itself, see {@link #help}.
 */
final class SerialExecutor implements Executor {
    private static final Logger LOG = System.getLogger(SerialExecutor.class.getName());

    private final Object lock = new Object();
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final Executor delegate;
    private boolean running;
    private boolean scheduled;
    private boolean stopped;

    SerialExecutor(Executor delegate) {
        this.delegate = delegate;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (lock) {
            if (stopped) {
                return;
            }
            queue.add(task);
            lock.notifyAll();
        }
        scheduleTurn();
    }

    /** Drops what is queued and all that comes. */
    void stop() {
        synchronized (lock) {
            stopped = true;
            queue.clear();
        }
    }

    /** Runs tasks on the calling thread, sharing them with the other executor, until the future is done. */
    void help(Future<?> done, long limit, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(limit);
        while (!done.isDone()) {
            if (runOne()) {
                continue;
            }
            synchronized (lock) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return;
                }
                if (running || queue.isEmpty()) {
                    lock.wait(left);
                }
            }
        }
    }

    private void scheduleTurn() {
        synchronized (lock) {
            if (scheduled || running || queue.isEmpty()) {
                return;
            }
            scheduled = true;
        }
        delegate.execute(this::turn);
    }

    private void turn() {
        synchronized (lock) {
            scheduled = false;
        }
        runOne();
    }

    private boolean runOne() {
        Runnable task = begin();
        if (task == null) {
            return false;
        }
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A task failed", e);
        } finally {
            synchronized (lock) {
                running = false;
                lock.notifyAll();
            }
            scheduleTurn();
        }
        return true;
    }

    private @Nullable Runnable begin() {
        synchronized (lock) {
            Runnable task = running ? null : queue.poll();
            running = running || task != null;
            return task;
        }
    }
}
