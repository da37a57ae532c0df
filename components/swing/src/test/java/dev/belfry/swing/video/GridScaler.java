package dev.belfry.swing.video;

import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.VideoFrame;
import java.util.concurrent.atomic.AtomicInteger;

/** A scaler under which every pixel has a colour of its own, so that a pixel painted elsewhere than it belongs shows. */
final class GridScaler implements PictureScaler {
    final AtomicInteger conversions = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile int width;
    volatile int height;

    /** Returns the colour of a pixel of a picture before it is turned. */
    static int colour(int x, int y) {
        return (x * 7 & 0xFF) << 16 | (y * 5 & 0xFF) << 8 | (x + 3 * y & 0xFF);
    }

    @Override
    public void scale(VideoFrame frame, int newWidth, int newHeight, int[] rgb) {
        conversions.incrementAndGet();
        width = newWidth;
        height = newHeight;
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                // The unused byte is anything, as with the real one.
                rgb[y * newWidth + x] = 0x5A000000 | colour(x, y);
            }
        }
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
