package dev.belfry.demo.headless;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.javacpp.Pointer;

/** What the program held at one moment, to compare with what it holds later. */
final class Leftovers {
    private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** ice4j has pools of threads for the whole program, which outlive its connections and grow as they need. */
    private static final String POOLED = "ice4j.";

    private final Set<Thread> threads = running();
    private final long nativeBytes = nativeBytesAfterCollection(0);

    private Leftovers() {}

    /** Remembers what the program holds now. */
    static Leftovers baseline() {
        return new Leftovers();
    }

    /** Returns the threads that run now and did not then; one about to end gets three seconds to do so. */
    List<String> newThreads() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Set<Thread> added = running();
        added.removeAll(threads);
        for (Thread thread : added) {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
        }
        return added.stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    /** Returns by how many bytes native memory has grown. */
    long newNativeBytes() {
        return nativeBytesAfterCollection(nativeBytes) - nativeBytes;
    }

    /** Returns the threads that run, without those of pools. */
    static Set<Thread> running() {
        Set<Thread> running = new HashSet<>(Thread.getAllStackTraces().keySet());
        running.removeIf(thread -> thread.getName().startsWith(POOLED));
        return running;
    }

    /** Returns what JavaCPP allocated for itself, plus the JVM's direct buffers. */
    private static long nativeBytes() {
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return Pointer.totalBytes() + direct;
    }

    /** Collects garbage until native memory is back where it was, or for so long that it will not come back. */
    private static long nativeBytesAfterCollection(long least) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        do {
            // What the collector finds is freed by a thread of its own, soon after.
            System.gc();
            LockSupport.parkNanos(SETTLING_NANOS);
        } while (nativeBytes() > least && System.nanoTime() < deadline);
        return nativeBytes();
    }
}
