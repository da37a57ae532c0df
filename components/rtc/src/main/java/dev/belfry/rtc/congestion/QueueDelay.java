package dev.belfry.rtc.congestion;

/**
 * How long packets wait on their way, from how long they travel: the shortest trip of the last ten seconds is taken to
 * have met no queue. The clocks of both ends need not agree. Not thread-safe.
 */
final class QueueDelay {
    private static final long HALF_WINDOW_NANOS = 5_000_000_000L;
    private static final double WEIGHT = 0.4;

    private long shortest = Long.MAX_VALUE;
    private long shortestBefore = Long.MAX_VALUE;
    private long halfEndsAt = Long.MIN_VALUE;
    private double smoothed;

    /** Takes the shortest of the trips that some feedback tells of. */
    void trip(long nanos, long now) {
        if (now >= halfEndsAt) {
            shortestBefore = shortest;
            shortest = nanos;
            halfEndsAt = now + HALF_WINDOW_NANOS;
        }
        shortest = Math.min(shortest, nanos);
        smoothed += (nanos - Math.min(shortest, shortestBefore) - smoothed) * WEIGHT;
    }

    long nanos() {
        return (long) smoothed;
    }
}
