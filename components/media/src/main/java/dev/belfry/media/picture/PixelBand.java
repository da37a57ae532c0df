package dev.belfry.media.picture;

import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.SwsStep;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Colours a picture some rows at a time, by way of native memory that stays in the processor's cache: a whole picture of
 * pixels written there, to be copied from it, would go out to main memory and back.
 */
final class PixelBand implements AutoCloseable {
    private static final int PIXEL_BYTES = 4;
    private static final int PLANES = 3;
    private static final int ROWS = 32;
    /** libswscale leaves the last columns out where a row has no room for a multiple of this. */
    private static final int ROW_PIXELS = 16;

    private final PointerPointer<BytePointer> sourcePlanes = new PointerPointer<>(4);
    private final PointerPointer<BytePointer> pixelPlanes = new PointerPointer<>(4);
    private final LongPointer sourceAddresses = new LongPointer(sourcePlanes);
    private final LongPointer pixelAddresses = new LongPointer(pixelPlanes);
    private final IntPointer strides = new IntPointer(0, 0, 0, 0);
    private @Nullable IntPointer pixels;

    /** Writes a frame's pixels, row after row, by a step that reads pictures like it and scales nothing. */
    void colour(SwsStep step, NativeFrame frame, int[] rgb) {
        int width = frame.width();
        int height = frame.height();
        int stride = (width + ROW_PIXELS - 1) / ROW_PIXELS * ROW_PIXELS;
        int band = height % 2 == 0 ? Math.min(height, ROWS) : height;
        IntPointer room = room((long) stride * band);
        strides.put(0, stride * PIXEL_BYTES);
        for (int top = 0; top < height; top += band) {
            int rows = Math.min(band, height - top);
            for (int plane = 0; plane < PLANES; plane++) {
                int above = plane == 0 ? top : top / 2;
                long first = frame.addresses().get(plane);
                sourceAddresses.put(plane, first + (long) above * frame.stride(plane));
            }
            // libswscale counts rows from the top of the picture, wherever that would be.
            pixelAddresses.put(0, room.address() - (long) top * stride * PIXEL_BYTES);
            step.runRows(top, rows, sourcePlanes, frame.strides(), pixelPlanes, strides);
            copy(room, stride, width, rows, rgb, top * width);
        }
    }

    @Override
    public void close() {
        sourcePlanes.close();
        pixelPlanes.close();
        strides.close();
        if (pixels != null) {
            pixels.close();
            pixels = null;
        }
    }

    private static void copy(IntPointer from, int stride, int width, int rows, int[] rgb, int at) {
        if (stride == width) {
            from.position(0).get(rgb, at, width * rows);
            return;
        }
        for (int row = 0; row < rows; row++) {
            from.position((long) row * stride).get(rgb, at + row * width, width);
        }
        from.position(0);
    }

    private IntPointer room(long count) {
        IntPointer now = pixels;
        if (now == null || now.capacity() < count) {
            if (now != null) {
                now.close();
            }
            now = new IntPointer(count);
            pixels = now;
        }
        return now;
    }
}
