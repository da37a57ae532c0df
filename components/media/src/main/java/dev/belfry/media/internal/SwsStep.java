package dev.belfry.media.internal;

import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FAST_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * One pass of libswscale over a whole picture. It keeps its native context while sizes, formats and colours stay as
 * they are, and then allocates nothing. One thread at a time.
 *
 * @since 0.1
 */
public final class SwsStep implements AutoCloseable {
    private static final int NEUTRAL = 1 << 16;

    private final Side source = new Side();
    private final Side target = new Side();
    private @Nullable SwsContext context;

    /** Says what the pictures to read are like; the format is an {@code AV_PIX_FMT_}, RGB ones ignore the colours. */
    public SwsStep from(int format, int width, int height, Matrix matrix, Range range) {
        if (source.change(format, width, height, matrix, range)) {
            close();
        }
        return this;
    }

    /** Says what the pictures to write are to be like. */
    public SwsStep to(int format, int width, int height, Matrix matrix, Range range) {
        if (target.change(format, width, height, matrix, range)) {
            close();
        }
        return this;
    }

    /** Reads one picture and writes the other. */
    public void run(PointerPointer<?> planes, IntPointer strides, PointerPointer<?> toPlanes, IntPointer toStrides) {
        runRows(0, source.height, planes, strides, toPlanes, toStrides);
    }

    /**
     * Reads some rows of a picture and writes those of the other: the rows of one picture from top to bottom, all of
     * them. Where nothing is scaled and the picture has an even height, what is read last is written at once.
     *
     * @param top the first row, even
     * @param rows how many; even, but for the last
     * @param planes where the first of these rows begins
     * @param toPlanes where the whole picture begins that is written
     */
    public void runRows(
            int top,
            int rows,
            PointerPointer<?> planes,
            IntPointer strides,
            PointerPointer<?> toPlanes,
            IntPointer toStrides) {
        SwsContext ready = context;
        if (ready == null) {
            ready = open();
            context = ready;
        }
        int result = sws_scale(ready, planes, strides, top, rows, toPlanes, toStrides);
        if (result < 0) {
            throw new IllegalStateException(this + ": " + Natives.message(result));
        }
    }

    @Override
    public void close() {
        if (context != null) {
            sws_freeContext(context);
            context = null;
        }
    }

    @Override
    public String toString() {
        return "scaling " + source + " to " + target;
    }

    private SwsContext open() {
        // SWS_ACCURATE_RND would look the same and take four times as long.
        SwsContext opened = sws_alloc_context();
        if (opened == null) {
            throw new IllegalStateException("no native memory for " + this);
        }
        // The ranges have to be known before it opens: it may choose a plain copy otherwise.
        opened.flags(SWS_FAST_BILINEAR)
                .src_w(source.width)
                .src_h(source.height)
                .src_format(source.format)
                .src_range(source.fullRange())
                .dst_w(target.width)
                .dst_h(target.height)
                .dst_format(target.format)
                .dst_range(target.fullRange());
        int result = sws_init_context(opened, null, null);
        if (result < 0) {
            sws_freeContext(opened);
            throw new IllegalStateException(this + ": " + Natives.message(result));
        }
        sws_setColorspaceDetails(
                opened,
                source.coefficients(),
                source.fullRange(),
                target.coefficients(),
                target.fullRange(),
                0,
                NEUTRAL,
                NEUTRAL);
        return opened;
    }

    /** What pictures on one side are like. */
    private static final class Side {
        private int format = -1;
        private int width;
        private int height;
        private Matrix matrix = Matrix.BT601;
        private Range range = Range.LIMITED;

        boolean change(int newFormat, int newWidth, int newHeight, Matrix newMatrix, Range newRange) {
            if (format == newFormat
                    && width == newWidth
                    && height == newHeight
                    && matrix == newMatrix
                    && range == newRange) {
                return false;
            }
            format = newFormat;
            width = newWidth;
            height = newHeight;
            matrix = newMatrix;
            range = newRange;
            return true;
        }

        IntPointer coefficients() {
            return sws_getCoefficients(matrix == Matrix.BT709 ? SWS_CS_ITU709 : SWS_CS_ITU601);
        }

        int fullRange() {
            return range == Range.FULL ? 1 : 0;
        }

        @Override
        public String toString() {
            return width + "x" + height + " in format " + format;
        }
    }
}
