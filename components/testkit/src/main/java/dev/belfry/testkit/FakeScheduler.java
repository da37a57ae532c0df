package dev.belfry.testkit;

import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * A clock and an executor that a test turns by hand. Tasks run on the thread that calls {@link #advance} or
 * {@link #runReady}, in the order of their times, ties in the order they were scheduled. Not thread-safe.
 */
public final class FakeScheduler implements Scheduler, Executor {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TimedQueue<Runnable> tasks = new TimedQueue<>();
    private long nanos;
    private Duration slept = Duration.ZERO;

    @Override
    public Instant now() {
        return START.plusNanos(nanos).plus(slept);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        TimedQueue.Entry<Runnable> entry = tasks.add(nanos + Math.max(0, delay.toNanos()), task);
        return () -> tasks.remove(entry);
    }

    @Override
    public void execute(Runnable task) {
        schedule(Duration.ZERO, task);
    }

    /** Lets time pass, running what falls due, including what that schedules in turn. */
    public void advance(Duration time) {
        long until = nanos + time.toNanos();
        for (TimedQueue.Entry<Runnable> next = tasks.poll(until); next != null; next = tasks.poll(until)) {
            nanos = next.at();
            next.what().run();
        }
        nanos = until;
    }

    /** Lets the machine sleep: the time of day goes on, and nothing else. */
    public void sleep(Duration time) {
        slept = slept.plus(time);
    }

    /** Runs all that is due now. */
    public void runReady() {
        advance(Duration.ZERO);
    }

    /** Returns how many tasks wait. */
    public int pending() {
        return tasks.size();
    }
}
