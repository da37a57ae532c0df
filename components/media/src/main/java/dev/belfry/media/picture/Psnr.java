package dev.belfry.media.picture;

import dev.belfry.frame.VideoFrame;
import java.nio.ByteBuffer;

/**
 * Peak signal-to-noise ratio: how near one picture is to another. 10 log10(255^2 / mean squared difference), in dB; 35 is
 * good for video, 40 can hardly be told from the original.
 *
 * @since 0.1
 */
public final class Psnr {
    private static final double PEAK_SQUARED = 255.0 * 255.0;

    private Psnr() {}

    /** Returns the ratio of the luma planes of two pictures of the same size; infinite where they are equal. */
    public static double luma(VideoFrame a, VideoFrame b) {
        return plane(a, b, 0);
    }

    /** Returns the ratio of one plane (0 for Y, 1 for U, 2 for V) of two pictures of the same size. */
    public static double plane(VideoFrame a, VideoFrame b, int plane) {
        if (a.width() != b.width() || a.height() != b.height()) {
            throw new IllegalArgumentException("the pictures differ in size");
        }
        int columns = plane == 0 ? a.width() : (a.width() + 1) / 2;
        int rows = plane == 0 ? a.height() : (a.height() + 1) / 2;
        ByteBuffer one = a.plane(plane);
        ByteBuffer other = b.plane(plane);
        long sum = 0;
        for (int row = 0; row < rows; row++) {
            int atOne = one.position() + row * a.stride(plane);
            int atOther = other.position() + row * b.stride(plane);
            for (int column = 0; column < columns; column++) {
                int difference = (one.get(atOne + column) & 0xFF) - (other.get(atOther + column) & 0xFF);
                sum += (long) difference * difference;
            }
        }
        return decibel(sum, (long) rows * columns);
    }

    /**
     * Returns the ratio of two pictures of pixels over red, green and blue, infinite where they are equal.
     *
     * @param a {@code 0xXXRRGGBB}
     * @param b as many as {@code a}
     */
    public static double rgb(int[] a, int[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("the pictures differ in size");
        }
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int difference = ((a[i] >> shift) & 0xFF) - ((b[i] >> shift) & 0xFF);
                sum += (long) difference * difference;
            }
        }
        return decibel(sum, 3L * a.length);
    }

    private static double decibel(long sumOfSquares, long samples) {
        if (sumOfSquares == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return 10 * Math.log10(PEAK_SQUARED * samples / sumOfSquares);
    }
}
