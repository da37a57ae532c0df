package dev.belfry.media;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what code allocates in the Java heap. */
public final class Allocations {
    private Allocations() {}

    /** Returns the bytes that one run allocates on this thread, once it is warm; the least of a few measurements. */
    public static long perRun(int runs, Runnable code) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < runs; i++) {
                code.run();
            }
            least = Math.min(least, (threads.getCurrentThreadAllocatedBytes() - before) / runs);
        }
        return least;
    }
}
