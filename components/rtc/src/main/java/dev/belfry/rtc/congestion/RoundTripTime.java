package dev.belfry.rtc.congestion;

/**
 * How long a packet takes to the other side and back, smoothed as RFC 6298 section 2 does. Not thread-safe.
 *
 * @since 0.1
 */
public final class RoundTripTime {
    private static final long UNKNOWN = -1;

    private long smoothed = UNKNOWN;
    private long variation;
    private long latest = UNKNOWN;
    private double total;
    private long count;

    /** Takes a measurement in nanoseconds; what is below zero is no measurement. */
    public void measured(long nanos) {
        if (nanos < 0) {
            return;
        }
        latest = nanos;
        total += nanos;
        count++;
        if (smoothed == UNKNOWN) {
            smoothed = nanos;
            variation = nanos / 2;
        } else {
            variation += (Math.abs(smoothed - nanos) - variation) / 4;
            smoothed += (nanos - smoothed) / 8;
        }
    }

    /** Returns the smoothed time in nanoseconds, or what to take where nothing was measured yet. */
    public long nanos(long unknown) {
        return smoothed == UNKNOWN ? unknown : smoothed;
    }

    /** Returns after how long an answer is late: the smoothed time and four times its variation. */
    public long timeoutNanos(long unknown) {
        return smoothed == UNKNOWN ? unknown : smoothed + 4 * variation;
    }

    /** Returns the last measurement in nanoseconds; -1 before the first. */
    public long latestNanos() {
        return latest;
    }

    /** Returns the sum of all measurements, in seconds. */
    public double totalSeconds() {
        return total / 1e9;
    }

    /** Returns how often it was measured. */
    public long count() {
        return count;
    }
}
