package dev.belfry.media.codec;

import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.internal.FrameConverter;
import dev.belfry.media.internal.FrameCopy;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.FrameRotation;
import dev.belfry.media.picture.NativeFramePool;

/** Makes any picture one that an encoder takes: in FFmpeg's memory, upright, in size and colours that it is to carry. */
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

    /** Returns the picture itself or one made from it, held by the caller. Shrinks it first, and turns what is left. */
    NativeFrame prepare(VideoFrame frame, SizeLimit limit) {
        NativeFrame fitting = fit(near(frame), frame.rotation() % 180 == 0 ? limit : limit.turned());
        if (fitting.rotation() == 0) {
            return fitting;
        }
        try {
            return FrameRotation.upright(fitting, pool);
        } finally {
            fitting.release();
        }
    }

    @Override
    public void close() {
        converter.close();
        pool.close();
    }

    /** Gives up the picture for one whose size and colours are right. */
    private NativeFrame fit(NativeFrame picture, SizeLimit limit) {
        int width = multiple(limit.fitWidth(picture.width(), picture.height()));
        int height = multiple(limit.fitHeight(picture.width(), picture.height()));
        boolean sameColours = profile.carries(picture.matrix(), picture.range());
        if (sameColours && width == picture.width() && height == picture.height()) {
            return picture;
        }
        try {
            NativeFrame fitting = pool.take(width, height);
            try {
                converter.convert(
                        picture,
                        fitting,
                        sameColours ? picture.matrix() : Matrix.BT601,
                        sameColours ? picture.range() : Range.LIMITED);
                return fitting;
            } catch (RuntimeException e) {
                fitting.release();
                throw e;
            }
        } finally {
            picture.release();
        }
    }

    private NativeFrame near(VideoFrame frame) {
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
