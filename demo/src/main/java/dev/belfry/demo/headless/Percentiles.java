package dev.belfry.demo.headless;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Times in nanoseconds, and how they are spread. Not thread-safe. */
final class Percentiles {
    private long[] nanos = new long[1024];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    int count() {
        return count;
    }

    /** Returns the time in milliseconds that this share of all times does not exceed (nearest rank); NaN without any. */
    double millis(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * count);
        return (double) sorted[Math.max(0, rank - 1)] / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
