package dev.belfry.rtc.congestion;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Measures what the steady state allocates. */
final class Allocation {
    private Allocation() {}

    /** Returns how many bytes this thread allocates by so many runs, after as many to warm up. */
    static long of(int times, Runnable once) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < times; i++) {
            once.run();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < times; i++) {
            once.run();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
