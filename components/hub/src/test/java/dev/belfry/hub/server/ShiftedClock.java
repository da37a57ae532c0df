package dev.belfry.hub.server;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SystemScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The system's clock, which a test sets forward. */
final class ShiftedClock implements Scheduler, AutoCloseable {
    private final SystemScheduler system = new SystemScheduler("shifted-clock");
    private final AtomicLong shift = new AtomicLong();

    void forward(Duration time) {
        shift.addAndGet(time.toNanos());
    }

    @Override
    public Instant now() {
        return system.now().plusNanos(shift.get());
    }

    @Override
    public long nanoTime() {
        return system.nanoTime() + shift.get();
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        return system.schedule(delay, task);
    }

    @Override
    public void close() {
        system.close();
    }
}
