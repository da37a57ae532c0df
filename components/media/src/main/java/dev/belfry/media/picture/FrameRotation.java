package dev.belfry.media.picture;

import dev.belfry.frame.VideoFrame;
import dev.belfry.media.internal.NativeFrame;
import java.nio.ByteBuffer;

/**
 * Turns pictures by quarters.
 *
 * @since 0.1
 */
public final class FrameRotation {
    private FrameRotation() {}

    /**
     * Returns a copy of a picture as it is to be shown: turned clockwise by its rotation, and with none left.
     *
     * @return a picture from the pool, held by the caller
     */
    public static NativeFrame upright(VideoFrame frame, NativeFramePool pool) {
        boolean quarter = frame.rotation() % 180 != 0;
        NativeFrame turned =
                pool.take(quarter ? frame.height() : frame.width(), quarter ? frame.width() : frame.height());
        try {
            for (int plane = 0; plane < 3; plane++) {
                int columns = plane == 0 ? frame.width() : (frame.width() + 1) / 2;
                int rows = plane == 0 ? frame.height() : (frame.height() + 1) / 2;
                turn(frame, turned, plane, columns, rows);
            }
        } catch (RuntimeException e) {
            turned.release();
            throw e;
        }
        turned.setColours(frame.matrix(), frame.range());
        turned.setTime(frame.captureNanos(), frame.sequence());
        return turned;
    }

    private static void turn(VideoFrame source, NativeFrame target, int plane, int columns, int rows) {
        ByteBuffer from = source.plane(plane);
        ByteBuffer to = target.plane(plane);
        int stride = target.stride(plane);
        // Where the first sample goes, and how far apart neighbours in a row and in a column come to be.
        int origin;
        int alongRow;
        int alongColumn;
        switch (source.rotation()) {
            case 90 -> {
                origin = rows - 1;
                alongRow = stride;
                alongColumn = -1;
            }
            case 180 -> {
                origin = (rows - 1) * stride + columns - 1;
                alongRow = -1;
                alongColumn = -stride;
            }
            case 270 -> {
                origin = (columns - 1) * stride;
                alongRow = -stride;
                alongColumn = 1;
            }
            default -> {
                origin = 0;
                alongRow = 1;
                alongColumn = stride;
            }
        }
        for (int row = 0; row < rows; row++) {
            int read = from.position() + row * source.stride(plane);
            int write = origin + row * alongColumn;
            for (int column = 0; column < columns; column++) {
                to.put(write, from.get(read + column));
                write += alongRow;
            }
        }
    }
}
