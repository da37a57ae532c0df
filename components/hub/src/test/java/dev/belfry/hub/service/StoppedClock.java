package dev.belfry.hub.service;

import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still, whatever waits for it. Thread-safe. */
record StoppedClock(Instant now) implements Scheduler {
    @Override
    public long nanoTime() {
        return 0;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        return () -> {};
    }
}
