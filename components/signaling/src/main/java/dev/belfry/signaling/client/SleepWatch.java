package dev.belfry.signaling.client;

import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * Notices that the machine slept: the time of day went on while the clock that only counts waking time stood still, or
 * a look at the clocks that was due comes much too late. What came over a line before that is stale, and the line itself
 * may be dead without knowing. Confined to one executor.
 *
 * @since 0.1
 */
public final class SleepWatch {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration SHORTEST_SLEEP = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final Executor executor;
    private final Runnable onWake;
    private Scheduler.Cancellable timer = () -> {};
    private Instant wall = Instant.MIN;
    private long waking;
    private boolean running;

    /**
     * Creates a watch that does not look yet.
     *
     * @param onWake told after each sleep, on the executor
     */
    public SleepWatch(Scheduler scheduler, Executor executor, Runnable onWake) {
        this.scheduler = scheduler;
        this.executor = executor;
        this.onWake = onWake;
    }

    /** Begins to look, every second. */
    public void start() {
        running = true;
        note();
        arm();
    }

    /** Looks no more. */
    public void stop() {
        running = false;
        timer.cancel();
    }

    /** Looks at once; tells whether the machine slept since the last look, after having told of it. */
    public boolean look() {
        if (!running) {
            return false;
        }
        Duration passed = Duration.between(wall, scheduler.now());
        Duration awake = Duration.ofNanos(scheduler.nanoTime() - waking);
        note();
        boolean stoodStill = passed.minus(awake).compareTo(SHORTEST_SLEEP) >= 0;
        boolean late = awake.minus(INTERVAL).compareTo(SHORTEST_SLEEP) >= 0;
        if (stoodStill || late) {
            onWake.run();
        }
        return stoodStill || late;
    }

    private void note() {
        wall = scheduler.now();
        waking = scheduler.nanoTime();
    }

    private void arm() {
        timer = scheduler.schedule(
                INTERVAL,
                () -> executor.execute(() -> {
                    if (running) {
                        look();
                        arm();
                    }
                }));
    }
}
