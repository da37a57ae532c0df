package dev.belfry.media.codec;

import org.bytedeco.javacpp.Pointer;

/** Measures the memory of this process. */
final class NativeMemory {
    private NativeMemory() {}

    /** Returns the bytes that are resident after a collection of garbage. */
    static long residentBytes() {
        System.gc();
        return Pointer.physicalBytes();
    }
}
