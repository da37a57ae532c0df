package dev.belfry.media.codec;

import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.internal.FrameConverter;
import dev.belfry.media.internal.FrameCopy;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.FrameRotation;
import dev.belfry.media.picture.NativeFramePool;

/** Makes any picture one that an encoder takes: in FFmpeg's memory, upright, in size and colours that it carries. */
final class EncoderInput implements AutoCloseable {
    private final EncoderProfile profile;
    private final NativeFramePool pool = new NativeFramePool();
    private final FrameConverter converter = new FrameConverter();

    EncoderInput(EncoderProfile profile) {
        this.profile = profile;
    }

    /** Returns a picture of which only the size counts, held by the caller. */
    NativeFrame blank(int width, int height) {
        return pool.take(multiple(width), multiple(height));
    }

    /** Returns the picture itself or one made from it, held by the caller. */
    NativeFrame prepare(VideoFrame frame) {
        NativeFrame upright = upright(frame);
        int width = multiple(upright.width());
        int height = multiple(upright.height());
        boolean sameColours = profile.carries(upright.matrix(), upright.range());
        if (sameColours && width == upright.width() && height == upright.height()) {
            return upright;
        }
        try {
            NativeFrame fitting = pool.take(width, height);
            try {
                converter.convert(
                        upright,
                        fitting,
                        sameColours ? upright.matrix() : Matrix.BT601,
                        sameColours ? upright.range() : Range.LIMITED);
                return fitting;
            } catch (RuntimeException e) {
                fitting.release();
                throw e;
            }
        } finally {
            upright.release();
        }
    }

    @Override
    public void close() {
        converter.close();
        pool.close();
    }

    private NativeFrame upright(VideoFrame frame) {
        if (frame.rotation() != 0) {
            return FrameRotation.upright(frame, pool);
        }
        if (frame instanceof NativeFrame near) {
            near.retain();
            return near;
        }
        NativeFrame copy = pool.take(frame.width(), frame.height());
        try {
            FrameCopy.copy(frame, copy);
            return copy;
        } catch (RuntimeException e) {
            copy.release();
            throw e;
        }
    }

    private int multiple(int size) {
        int unit = profile.sizeMultiple();
        return Math.max(unit, size / unit * unit);
    }
}
