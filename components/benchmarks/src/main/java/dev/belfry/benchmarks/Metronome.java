package dev.belfry.benchmarks;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * A camera's clock: calls with the number of each picture, thirty times a second, on a thread of its own. As with a
 * camera, pictures for which nobody had time are left out and not sent in a burst later.
 */
final class Metronome {
    private static final long PERIOD_NANOS = 1_000_000_000 / Clip.FPS;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong shown = new AtomicLong();
    private final LongConsumer camera;
    private final ScheduledFuture<?> beats;
    private long number;
    private long last = System.nanoTime();

    Metronome(long first, LongConsumer camera) {
        this.camera = camera;
        this.number = first;
        this.beats = thread.scheduleAtFixedRate(this::beat, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
    }

    private void beat() {
        long now = System.nanoTime();
        number++;
        if (now - last >= PERIOD_NANOS / 2) {
            last = now;
            camera.accept(number);
            shown.incrementAndGet();
        }
    }

    /** Returns how many pictures were shown so far; fails if one could not be. */
    long shown() {
        if (beats.isDone()) {
            throw new IllegalStateException("a source failed: " + beats);
        }
        return shown.get();
    }

    void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a source does not end");
        }
    }
}
