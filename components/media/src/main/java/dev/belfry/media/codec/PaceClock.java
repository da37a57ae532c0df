package dev.belfry.media.codec;

/**
 * The clock that an encoder is shown. An open encoder takes no other bitrate; but one that believes that time runs at
 * half its pace spends half the bits, so its clock runs at wanted over opened bitrate.
 */
final class PaceClock {
    /** Ticks a second. */
    static final int TICKS = 90_000;

    private static final double NANOS = 1e9;
    private static final double LONGEST_GAP = 1.0;

    private final double usualGap;
    private boolean started;
    private long lastNanos;
    private double now;
    private long duration;

    PaceClock(int fps) {
        this.usualGap = 1.0 / fps;
    }

    /**
     * Moves on to a picture.
     *
     * @param captureNanos when it was taken
     * @param pace how fast the clock is to run, 1 for as fast as time
     * @return its time stamp, higher than all before
     */
    long advance(long captureNanos, double pace) {
        long before = Math.round(now);
        double gap = started ? (captureNanos - lastNanos) / NANOS : usualGap;
        if (gap <= 0) {
            gap = usualGap;
        }
        lastNanos = captureNanos;
        started = true;
        now = Math.max((double) (before + 1), now + Math.min(gap, LONGEST_GAP) * pace * TICKS);
        duration = Math.round(now) - before;
        return Math.round(now);
    }

    /** Returns how long the last picture lasts, in ticks. */
    long duration() {
        return duration;
    }
}
