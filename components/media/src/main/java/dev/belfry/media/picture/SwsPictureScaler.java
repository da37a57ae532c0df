package dev.belfry.media.picture;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR0;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.internal.FrameCopy;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.internal.SwsStep;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Scales with libswscale: the picture in I420 first, its colours then, which is cheaper than both at once. Pictures of
 * the same size as the last one allocate nothing.
 *
 * @since 0.1
 */
public final class SwsPictureScaler implements PictureScaler {
    private static final int PIXEL_BYTES = 4;
    /** libswscale leaves the last columns out where a row has no room for a multiple of this. */
    private static final int ROW_PIXELS = 16;

    private final NativeFramePool scratch = new NativeFramePool();
    private final SwsStep scaling = new SwsStep();
    private final SwsStep colouring = new SwsStep();
    private final PointerPointer<BytePointer> pixelPlanes = new PointerPointer<>(4);
    private final IntPointer pixelStrides = new IntPointer(0, 0, 0, 0);
    private @Nullable IntPointer pixels;
    private boolean closed;

    /**
     * Creates a scaler.
     *
     * @throws CallException where FFmpeg cannot be loaded
     */
    public static SwsPictureScaler create() throws CallException {
        Natives.load();
        return new SwsPictureScaler();
    }

    private SwsPictureScaler() {}

    @Override
    public void scale(VideoFrame frame, int width, int height, int[] rgb) {
        if (closed) {
            throw new IllegalStateException("the scaler is closed");
        }
        if (width < 1 || height < 1 || rgb.length < (long) width * height) {
            throw new IllegalArgumentException("no room for " + width + "x" + height + " in " + rgb.length);
        }
        if (frame instanceof NativeFrame near) {
            scaleNative(near, width, height, rgb);
            return;
        }
        NativeFrame copy = scratch.take(frame.width(), frame.height());
        try {
            FrameCopy.copy(frame, copy);
            scaleNative(copy, width, height, rgb);
        } finally {
            copy.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        scaling.close();
        colouring.close();
        scratch.close();
        pixelPlanes.close();
        pixelStrides.close();
        if (pixels != null) {
            pixels.close();
            pixels = null;
        }
    }

    private void scaleNative(NativeFrame frame, int width, int height, int[] rgb) {
        if (frame.width() == width && frame.height() == height) {
            colour(frame, frame.matrix(), frame.range(), rgb);
            return;
        }
        NativeFrame sized = scratch.take(width, height);
        try {
            scaling.from(AV_PIX_FMT_YUV420P, frame.width(), frame.height(), frame.matrix(), frame.range())
                    .to(AV_PIX_FMT_YUV420P, width, height, frame.matrix(), frame.range())
                    .run(frame.planes(), frame.strides(), sized.planes(), sized.strides());
            colour(sized, frame.matrix(), frame.range(), rgb);
        } finally {
            sized.release();
        }
    }

    private void colour(NativeFrame frame, Matrix matrix, Range range, int[] rgb) {
        int width = frame.width();
        int height = frame.height();
        int stride = (width + ROW_PIXELS - 1) / ROW_PIXELS * ROW_PIXELS;
        IntPointer out = pixels((long) stride * height);
        pixelStrides.put(0, stride * PIXEL_BYTES);
        colouring
                .from(AV_PIX_FMT_YUV420P, width, height, matrix, range)
                .to(AV_PIX_FMT_BGR0, width, height, matrix, Range.FULL)
                .run(frame.planes(), frame.strides(), pixelPlanes, pixelStrides);
        if (stride == width) {
            out.position(0).get(rgb, 0, width * height);
            return;
        }
        for (int row = 0; row < height; row++) {
            out.position((long) row * stride).get(rgb, row * width, width);
        }
    }

    private IntPointer pixels(long count) {
        IntPointer now = pixels;
        if (now == null || now.capacity() < count) {
            if (now != null) {
                now.close();
            }
            now = new IntPointer(count);
            pixels = now;
            pixelPlanes.put(0, now);
        }
        return now;
    }
}
