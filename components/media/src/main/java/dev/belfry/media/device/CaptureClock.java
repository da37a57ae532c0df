package dev.belfry.media.device;

import dev.belfry.call.spi.Scheduler;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Time for capture threads. */
interface CaptureClock {
    /** Returns the time of day. */
    Instant now();

    /** Returns a time in nanoseconds that only ever rises. */
    long nanoTime();

    /** Lets the calling thread rest for at most this long; it may return earlier, and does when it is unparked. */
    void park(long nanos);

    /** The clock of the machine. */
    CaptureClock SYSTEM = new CaptureClock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(this, nanos);
        }
    };

    /** Returns the clock of a scheduler. */
    static CaptureClock of(Scheduler scheduler) {
        return new CaptureClock() {
            @Override
            public Instant now() {
                return scheduler.now();
            }

            @Override
            public long nanoTime() {
                return scheduler.nanoTime();
            }

            @Override
            public void park(long nanos) {
                LockSupport.parkNanos(this, nanos);
            }
        };
    }
}
