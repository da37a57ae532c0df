package dev.belfry.demo.headless;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * What the program holds after so many calls, right after a garbage collection.
 *
 * @param calls how many calls were made
 * @param threads how many threads run, without those of ice4j's pools
 * @param heapBytes the live heap
 * @param nativeBytes the resident memory of the process outside of the heap and of {@code jvmBytes}, after what
 *     {@code malloc} keeps for later was given back: what native libraries and direct buffers hold
 * @param jvmBytes what the JVM has loaded and compiled: it compiles for as long as it finds something worth it
 */
record SoakSample(int calls, int threads, long heapBytes, long nativeBytes, long jvmBytes) {
    private static final long MEBI = 1 << 20;
    private static final int WARM_CALLS = 50;
    private static final int MORE_THREADS = 2;
    private static final long MORE_HEAP = 4 * MEBI;
    private static final long MORE_NATIVE = 24 * MEBI;

    /** Collects garbage and takes a sample. */
    static SoakSample take(int calls) {
        // Twice: what a collection hands to cleaners, such as direct buffers, is gone with the next one.
        System.gc();
        System.gc();
        Pointer.trimMemory();
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        MemoryUsage heap = memory.getHeapMemoryUsage();
        long jvm = memory.getNonHeapMemoryUsage().getCommitted();
        return new SoakSample(
                calls,
                Leftovers.running().size(),
                heap.getUsed(),
                Pointer.physicalBytes() - heap.getCommitted() - jvm,
                jvm);
    }

    /**
     * Returns what has grown from the first sample of the warm program to the last, in words; nothing when all is flat.
     * Before, the JVM itself grows: it loads and compiles.
     */
    static List<String> growth(List<SoakSample> samples) {
        SoakSample last = samples.get(samples.size() - 1);
        SoakSample first = samples.stream()
                .filter(sample -> sample.calls >= WARM_CALLS)
                .findFirst()
                .orElse(last);
        List<String> growth = new ArrayList<>();
        if (last.threads > first.threads + MORE_THREADS) {
            growth.add("threads grew from " + first.threads + " to " + last.threads);
        }
        if (last.heapBytes > first.heapBytes + MORE_HEAP) {
            growth.add("the live heap grew by " + (last.heapBytes - first.heapBytes) / MEBI + " MiB");
        }
        if (last.nativeBytes > first.nativeBytes + MORE_NATIVE) {
            growth.add("native memory grew by " + (last.nativeBytes - first.nativeBytes) / MEBI + " MiB");
        }
        return growth;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "{\"calls\":%d,\"threads\":%d,\"heap_mib\":%.1f,\"native_mib\":%.1f,\"jvm_mib\":%.1f}",
                calls,
                threads,
                (double) heapBytes / MEBI,
                (double) nativeBytes / MEBI,
                (double) jvmBytes / MEBI);
    }
}
