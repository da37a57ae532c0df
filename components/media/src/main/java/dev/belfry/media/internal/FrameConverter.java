package dev.belfry.media.internal;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV444P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ444P;

import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * Turns pictures in whatever format a camera, screen, file or decoder has (YUYV, NV12, MJPEG's, BGR0, RGB24, ...) into
 * I420 of limited range, in the matrix they had, or BT.601 where they were RGB; scales them to the target's size on the
 * way. A conversion between frames that were seen before allocates nothing. One thread at a time.
 *
 * @since 0.1
 */
public final class FrameConverter implements AutoCloseable {
    private final SwsStep step = new SwsStep();
    private @Nullable AVFrame lastSource;
    private @Nullable PointerPointer<?> planes;
    private @Nullable IntPointer strides;

    /**
     * Converts a picture.
     *
     * @param source any frame with a pixel format that libswscale reads
     * @param target takes the picture, and its colours; its rotation and time are left alone
     * @throws IllegalStateException if libswscale cannot read it
     */
    public void convert(AVFrame source, NativeFrame target) {
        if (!source.equals(lastSource) || planes == null || strides == null) {
            lastSource = source;
            planes = source.data();
            strides = source.linesize();
        }
        Matrix matrix = matrix(source);
        step.from(plainFormat(source.format()), source.width(), source.height(), matrix, range(source))
                .to(AV_PIX_FMT_YUV420P, target.width(), target.height(), matrix, Range.LIMITED)
                .run(planes, strides, target.planes(), target.strides());
        target.setColours(matrix, Range.LIMITED);
    }

    /** Converts between pictures in I420, to the target's size and these colours, which the target then has. */
    public void convert(NativeFrame source, NativeFrame target, Matrix matrix, Range range) {
        step.from(AV_PIX_FMT_YUV420P, source.width(), source.height(), source.matrix(), source.range())
                .to(AV_PIX_FMT_YUV420P, target.width(), target.height(), matrix, range)
                .run(source.planes(), source.strides(), target.planes(), target.strides());
        target.setColours(matrix, range);
        target.setRotation(source.rotation());
        target.setTime(source.captureNanos(), source.sequence());
    }

    @Override
    public void close() {
        step.close();
    }

    /** Returns the matrix that a frame names; BT.601 where it names none or another. */
    public static Matrix matrix(AVFrame frame) {
        return frame.colorspace() == AVCOL_SPC_BT709 ? Matrix.BT709 : Matrix.BT601;
    }

    /** Returns the range that a frame names, by its format too; limited where it names none. */
    public static Range range(AVFrame frame) {
        boolean full = frame.color_range() == AVCOL_RANGE_JPEG || plainFormat(frame.format()) != frame.format();
        return full ? Range.FULL : Range.LIMITED;
    }

    /** Returns whether the frame's planes can be those of a {@link VideoFrame} as they are. */
    public static boolean isI420(AVFrame frame) {
        return plainFormat(frame.format()) == AV_PIX_FMT_YUV420P;
    }

    /** Replaces the formats that imply full range by those that do not; libswscale wants to be told apart. */
    private static int plainFormat(int format) {
        if (format == AV_PIX_FMT_YUVJ420P) {
            return AV_PIX_FMT_YUV420P;
        }
        if (format == AV_PIX_FMT_YUVJ422P) {
            return AV_PIX_FMT_YUV422P;
        }
        return format == AV_PIX_FMT_YUVJ444P ? AV_PIX_FMT_YUV444P : format;
    }
}
