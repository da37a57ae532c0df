package dev.belfry.rtc.congestion;

import java.util.Arrays;

/**
 * How many bits a second passed in a window of time up to now, in steps of a tenth of it. Not thread-safe.
 *
 * @since 0.1
 */
public final class RateMeter {
    private static final int STEPS = 10;

    private final long stepNanos;
    private final long[] bytes = new long[STEPS];
    private long step;
    private long began;
    private long sum;
    private boolean started;

    /** Creates a meter with a window of that many nanoseconds. */
    public RateMeter(long windowNanos) {
        stepNanos = windowNanos / STEPS;
    }

    /** Counts bytes that passed; a time before the last counts as the last. */
    public void add(int passed, long now) {
        move(now);
        bytes[(int) Math.floorMod(step, (long) STEPS)] += passed;
        sum += passed;
    }

    /** Returns the bits a second of the window that ends now; zero before the first. */
    public long bitsPerSecond(long now) {
        if (!started) {
            return 0;
        }
        move(now);
        long inStep = Math.max(0, Math.min(stepNanos, now - step * stepNanos));
        long measured = Math.min((STEPS - 1) * stepNanos + inStep, now - began);
        return (long) (sum * 8e9 / Math.max(measured, 2 * stepNanos));
    }

    /** Returns how many bytes passed in the window that ends now. */
    public long bytes(long now) {
        if (started) {
            move(now);
        }
        return sum;
    }

    private void move(long now) {
        long next = Math.floorDiv(now, stepNanos);
        if (!started) {
            started = true;
            step = next;
            began = now;
        }
        if (next - step >= STEPS) {
            Arrays.fill(bytes, 0);
            sum = 0;
            step = next;
        }
        while (step < next) {
            step++;
            int at = (int) Math.floorMod(step, (long) STEPS);
            sum -= bytes[at];
            bytes[at] = 0;
        }
    }
}
