package dev.belfry.media.picture;

import dev.belfry.frame.VideoFrame;
import java.nio.ByteBuffer;

/** A picture in plain direct buffers, as a host may have it. */
final class HeapFrame extends VideoFrame {
    private final int width;
    private final int height;
    private final ByteBuffer[] planes = new ByteBuffer[3];

    /** Copies another picture, with other strides. */
    HeapFrame(VideoFrame other) {
        width = other.width();
        height = other.height();
        for (int plane = 0; plane < 3; plane++) {
            int columns = plane == 0 ? width : (width + 1) / 2;
            int rows = plane == 0 ? height : (height + 1) / 2;
            planes[plane] = ByteBuffer.allocateDirect(stride(plane) * rows);
            for (int row = 0; row < rows; row++) {
                planes[plane].put(row * stride(plane), other.plane(plane), row * other.stride(plane), columns);
            }
        }
        setColours(other.matrix(), other.range());
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public ByteBuffer plane(int index) {
        return planes[index];
    }

    @Override
    public int stride(int index) {
        return (index == 0 ? width : (width + 1) / 2) + 5;
    }

    @Override
    protected void recycle() {}
}
