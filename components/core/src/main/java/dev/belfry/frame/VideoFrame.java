package dev.belfry.frame;

import java.nio.ByteBuffer;

/**
 * A picture in I420: a plane of luma at full size and two of chroma at half width and height (rounded up). Immutable
 * for everyone but the one who fills it, until its last release. The buffers of {@link #plane} may be native memory
 * that dies with the frame: do not keep them.
 *
 * @since 0.1
 */
public abstract class VideoFrame extends Releasable {
    /** Which coefficients turn YUV into RGB. */
    public enum Matrix {
        /** ITU-R BT.601, usual below 720 lines and for calls. */
        BT601,
        /** ITU-R BT.709, usual for high definition. */
        BT709
    }

    /** How wide the samples range. */
    public enum Range {
        /** Luma 16 to 235. */
        LIMITED,
        /** Luma 0 to 255. */
        FULL
    }

    private Matrix matrix = Matrix.BT601;
    private Range range = Range.LIMITED;
    private int rotation;
    private long captureNanos;
    private long sequence;

    /** Returns the width of the luma plane in pixels. */
    public abstract int width();

    /** Returns the height of the luma plane in pixels. */
    public abstract int height();

    /**
     * Returns the samples of a plane, from the first of its first row; direct, in native memory.
     *
     * @param index 0 for Y, 1 for U, 2 for V
     */
    public abstract ByteBuffer plane(int index);

    /** Returns the bytes from one row of a plane to the next, at least its width. */
    public abstract int stride(int index);

    public final Matrix matrix() {
        return matrix;
    }

    public final Range range() {
        return range;
    }

    /** Returns by how many degrees the picture is to be turned clockwise before it is shown: 0, 90, 180 or 270. */
    public final int rotation() {
        return rotation;
    }

    /** Returns when the picture was taken, on the clock of {@link System#nanoTime()} of the side that took it. */
    public final long captureNanos() {
        return captureNanos;
    }

    /** Returns the number of the picture at its source, rising by one. */
    public final long sequence() {
        return sequence;
    }

    /** Sets how the samples are to be read; for the one who fills the frame. */
    public final void setColours(Matrix newMatrix, Range newRange) {
        this.matrix = newMatrix;
        this.range = newRange;
    }

    /** Sets the rotation; for the one who fills the frame. */
    public final void setRotation(int degrees) {
        if (degrees != 0 && degrees != 90 && degrees != 180 && degrees != 270) {
            throw new IllegalArgumentException("rotation is 0, 90, 180 or 270, not " + degrees);
        }
        this.rotation = degrees;
    }

    /** Sets when the picture was taken and its number; for the one who fills the frame. */
    public final void setTime(long nanos, long number) {
        this.captureNanos = nanos;
        this.sequence = number;
    }
}
