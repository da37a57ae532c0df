package dev.belfry.rtc.session;

import dev.belfry.call.spi.Scheduler;
import org.jspecify.annotations.Nullable;

/** One timer of a loop that is set again and again; an earlier time replaces a later one. For the loop alone. */
final class Alarm {
    private final Loop loop;
    private final Runnable task;
    private final Runnable ring = this::ring;
    private Scheduler.@Nullable Cancellable timer;
    private long at = Long.MAX_VALUE;

    Alarm(Loop loop, Runnable task) {
        this.loop = loop;
        this.task = task;
    }

    /** Rings at that time at the latest; {@link Long#MAX_VALUE} for no need to. */
    void set(long nanos) {
        if (nanos >= at) {
            return;
        }
        cancel();
        at = nanos;
        timer = loop.schedule(Math.max(0, nanos - loop.nanoTime()), ring);
    }

    void cancel() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        at = Long.MAX_VALUE;
    }

    private void ring() {
        timer = null;
        at = Long.MAX_VALUE;
        task.run();
    }
}
