package dev.belfry.media.internal;

import dev.belfry.frame.VideoFrame;
import java.nio.ByteBuffer;

/**
 * Copies pictures that live outside FFmpeg's memory into it.
 *
 * @since 0.1
 */
public final class FrameCopy {
    private FrameCopy() {}

    /** Copies samples, colours, rotation and time to a picture of the same size. */
    public static void copy(VideoFrame source, NativeFrame target) {
        if (source.width() != target.width() || source.height() != target.height()) {
            throw new IllegalArgumentException("the pictures differ in size");
        }
        copyPlane(source, target, 0, source.width(), source.height());
        copyPlane(source, target, 1, (source.width() + 1) / 2, (source.height() + 1) / 2);
        copyPlane(source, target, 2, (source.width() + 1) / 2, (source.height() + 1) / 2);
        target.setColours(source.matrix(), source.range());
        target.setRotation(source.rotation());
        target.setTime(source.captureNanos(), source.sequence());
    }

    private static void copyPlane(VideoFrame source, NativeFrame target, int plane, int columns, int rows) {
        ByteBuffer from = source.plane(plane);
        ByteBuffer to = target.plane(plane);
        int start = from.position();
        for (int row = 0; row < rows; row++) {
            to.put(row * target.stride(plane), from, start + row * source.stride(plane), columns);
        }
    }
}
