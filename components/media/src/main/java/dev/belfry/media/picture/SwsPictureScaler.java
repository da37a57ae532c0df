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

/**
 * Scales with libswscale: the picture in I420 first, its colours then, which is cheaper than both at once. Pictures of
 * the same size as the last one allocate nothing.
 *
 * @since 0.1
 */
public final class SwsPictureScaler implements PictureScaler {
    private final NativeFramePool scratch = new NativeFramePool();
    private final SwsStep scaling = new SwsStep();
    private final SwsStep colouring = new SwsStep();
    private final PixelBand band = new PixelBand();
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
        band.close();
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
        colouring
                .from(AV_PIX_FMT_YUV420P, width, height, matrix, range)
                .to(AV_PIX_FMT_BGR0, width, height, matrix, Range.FULL);
        band.colour(colouring, frame, rgb);
    }
}
