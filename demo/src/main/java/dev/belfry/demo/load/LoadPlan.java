package dev.belfry.demo.load;

import java.time.Duration;

/**
 * What a load is to be.
 *
 * @param users how many are connected; an even number
 * @param rate how many calls are begun in a second
 * @param warmUp how long calls are made before it counts how quick they are
 * @param measured how long it counts
 * @param talk how long from the answer to the end of a call
 */
record LoadPlan(int users, double rate, Duration warmUp, Duration measured, Duration talk) {
    /** Returns how many calls are begun before it counts. */
    long callsBefore() {
        return Math.round(rate * warmUp.toNanos() / 1e9);
    }

    /** Returns how many calls are begun in all. */
    long calls() {
        return callsBefore() + Math.round(rate * measured.toNanos() / 1e9);
    }

    /** Returns when a call is due, in nanoseconds from the beginning. */
    long dueNanos(long call) {
        return Math.round(call / rate * 1e9);
    }
}
