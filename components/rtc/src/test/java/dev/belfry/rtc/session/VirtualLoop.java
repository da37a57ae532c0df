package dev.belfry.rtc.session;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.time.Instant;

/** A loop that a test turns. */
record VirtualLoop(FakeScheduler time) implements Loop {
    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public Scheduler.Cancellable schedule(long delayNanos, Runnable task) {
        return time.schedule(Duration.ofNanos(delayNanos), task);
    }

    @Override
    public void execute(Runnable task) {
        time.execute(task);
    }

    @Override
    public void close() {}
}
