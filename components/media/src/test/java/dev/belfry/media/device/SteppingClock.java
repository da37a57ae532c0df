package dev.belfry.media.device;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which rest takes no time: a thread that parks finds the time over. */
final class SteppingClock implements CaptureClock {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public Instant now() {
        return Instant.parse("2026-01-01T12:00:00Z").plusNanos(nanos.get());
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public void park(long rest) {
        nanos.addAndGet(rest);
    }

    void advance(long rest) {
        nanos.addAndGet(rest);
    }
}
