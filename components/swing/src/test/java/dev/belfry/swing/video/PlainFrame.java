package dev.belfry.swing.video;

import dev.belfry.frame.VideoFrame;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A frame of one colour, outside of any pool. */
final class PlainFrame extends VideoFrame {
    final AtomicInteger recycled = new AtomicInteger();
    private final int width;
    private final int height;
    private final ByteBuffer[] planes = new ByteBuffer[3];

    PlainFrame(int width, int height) {
        this(width, height, 128, 128, 128);
    }

    PlainFrame(int width, int height, int... yuv) {
        this.width = width;
        this.height = height;
        for (int i = 0; i < 3; i++) {
            planes[i] = ByteBuffer.allocateDirect(stride(i) * (i == 0 ? height : (height + 1) / 2));
            while (planes[i].hasRemaining()) {
                planes[i].put((byte) yuv[i]);
            }
            planes[i].rewind();
        }
    }

    PlainFrame rotated(int degrees) {
        setRotation(degrees);
        return this;
    }

    PlainFrame numbered(long sequence, long nanos) {
        setTime(nanos, sequence);
        return this;
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
        return index == 0 ? width : (width + 1) / 2;
    }

    @Override
    protected void recycle() {
        recycled.incrementAndGet();
    }
}
