package dev.belfry.rtc.session;

import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** A loop whose clock and timers are a scheduler's; what is due runs on the loop, not on the scheduler. Thread-safe. */
final class ScheduledLoop implements Loop {
    private final Loop loop;
    private final Scheduler scheduler;

    ScheduledLoop(Loop loop, Scheduler scheduler) {
        this.loop = loop;
        this.scheduler = scheduler;
    }

    @Override
    public long nanoTime() {
        return scheduler.nanoTime();
    }

    @Override
    public Instant now() {
        return scheduler.now();
    }

    /** What is cancelled on the loop runs no more, though it may be due and wait for the loop already. */
    @Override
    public Scheduler.Cancellable schedule(long delayNanos, Runnable task) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Scheduler.Cancellable timer = scheduler.schedule(
                Duration.ofNanos(delayNanos),
                () -> loop.execute(() -> {
                    if (!cancelled.get()) {
                        task.run();
                    }
                }));
        return () -> {
            cancelled.set(true);
            timer.cancel();
        };
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public void close() {
        loop.close();
    }
}
