package dev.belfry.hub.store;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** How long work waits before it is run again: a random time whose limit doubles up to 64 ms. Thread-safe as its parts. */
final class Backoff {
    private static final int MAX_DOUBLINGS = 6;

    private final RandomGenerator random;
    private final Consumer<Duration> pause;

    Backoff(RandomGenerator random, Consumer<Duration> pause) {
        this.random = random;
        this.pause = pause;
    }

    /**
     * Waits.
     *
     * @param attempt how many times the work was run, from 1
     */
    void after(int attempt) {
        long limit = Duration.ofMillis(1L << Math.min(attempt, MAX_DOUBLINGS)).toNanos();
        pause.accept(Duration.ofNanos(random.nextLong(limit)));
    }
}
