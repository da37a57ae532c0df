package dev.belfry.call.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * Time, for everything that waits. Injected, so that tests own the clock.
 *
 * @since 0.1
 */
public interface Scheduler {
    /** Returns the time of day. */
    Instant now();

    /** Returns a time in nanoseconds that only ever rises. */
    long nanoTime();

    /** Runs a task once, after a delay, on a thread of the scheduler's: hand longer work on to an executor. */
    Cancellable schedule(Duration delay, Runnable task);

    /** A task that may not have run yet. */
    @FunctionalInterface
    interface Cancellable {
        /** Keeps the task from running if it has not begun. */
        void cancel();
    }
}
