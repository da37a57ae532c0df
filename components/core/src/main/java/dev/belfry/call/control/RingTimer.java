package dev.belfry.call.control;

import dev.belfry.call.spi.Scheduler.Cancellable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a call has rung for long enough. A sleep of the machine counts, so it goes by the time of day too, which
 * it looks at every second: what rang before a long sleep is silent soon after. For the serial executor.
 */
final class RingTimer implements Cancellable {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final CallLoop loop;
    private final Duration time;
    private final Runnable over;
    private final long startNanos;
    private final Instant start;
    private @Nullable Cancellable next;
    private boolean cancelled;

    private RingTimer(CallLoop loop, Duration time, Runnable over) {
        this.loop = loop;
        this.time = time;
        this.over = over;
        this.startNanos = loop.nanoTime();
        this.start = loop.now();
    }

    /** Starts a timer that runs {@code over} on the serial executor, unless it is cancelled before. */
    static RingTimer start(CallLoop loop, Duration time, Runnable over) {
        RingTimer timer = new RingTimer(loop, time, over);
        timer.arm(time);
        return timer;
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (next != null) {
            next.cancel();
        }
    }

    private void arm(Duration left) {
        next = loop.schedule(left.compareTo(LOOK) < 0 ? left : LOOK, this::look);
    }

    private void look() {
        if (cancelled) {
            return;
        }
        Duration left = time.minus(passed());
        if (left.isNegative() || left.isZero()) {
            over.run();
        } else {
            arm(left);
        }
    }

    /** A clock that was set back must not make a call ring for longer. */
    private Duration passed() {
        Duration awake = Duration.ofNanos(loop.nanoTime() - startNanos);
        Duration byDay = Duration.between(start, loop.now());
        return awake.compareTo(byDay) > 0 ? awake : byDay;
    }
}
