package dev.belfry.demo.headless;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
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
    private static final long MORE_NATIVE = 8 * MEBI;

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
     * Returns what has grown from the first half of the warm program's samples to the second, in words; nothing when all
     * is flat. Of each half the lowest counts: a thread that is about to end and the JVM's compiler at work are in some
     * samples and not in others, a leak is in all that follow. Before, the JVM itself grows: it loads and compiles.
     */
    static List<String> growth(List<SoakSample> samples) {
        List<SoakSample> warm =
                samples.stream().filter(sample -> sample.calls >= WARM_CALLS).toList();
        List<SoakSample> first = warm.subList(0, warm.size() / 2);
        List<SoakSample> second = warm.subList(warm.size() / 2, warm.size());
        List<String> growth = new ArrayList<>();
        long threads = growth(first, second, SoakSample::threads);
        if (threads > MORE_THREADS) {
            growth.add("there are " + threads + " threads more");
        }
        long heap = growth(first, second, SoakSample::heapBytes);
        if (heap > MORE_HEAP) {
            growth.add("the live heap grew by " + heap / MEBI + " MiB");
        }
        long outside = growth(first, second, SoakSample::nativeBytes);
        if (outside > MORE_NATIVE) {
            growth.add("native memory grew by " + outside / MEBI + " MiB");
        }
        return growth;
    }

    private static long growth(List<SoakSample> first, List<SoakSample> second, ToLongFunction<SoakSample> figure) {
        return lowest(second, figure) - lowest(first, figure);
    }

    private static long lowest(List<SoakSample> samples, ToLongFunction<SoakSample> figure) {
        return samples.stream().mapToLong(figure).min().orElseThrow();
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
