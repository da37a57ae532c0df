package dev.belfry.rtc.session;

import dev.belfry.call.spi.Scheduler;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * Where all of a connection's state lives: a serial executor and its clock. On a test's scheduler it is the test that
 * turns it.
 */
interface Loop extends Executor {
    long nanoTime();

    Instant now();

    /** Runs a task once on this loop, after a delay. */
    Scheduler.Cancellable schedule(long delayNanos, Runnable task);

    /** Ends the loop after the tasks that are due; those that come later are dropped. */
    void close();
}
