package dev.belfry.media.device;

import dev.belfry.media.internal.NativeFrame;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/**
 * A small see-through picture, ready to be laid over an I420 frame in BT.601, limited range. Laying it over allocates
 * nothing. Immutable.
 */
final class Sprite {
    private static final int OPAQUE = 255;

    private final int width;
    private final int height;
    /** For each plane the samples times their opacity, and what is left of those below, both in 255ths. */
    private final short[][] weighted = new short[3][];

    private final short[][] remaining = new short[3][];

    /** Makes a sprite of an image of type {@link BufferedImage#TYPE_INT_ARGB}; its sides are rounded up to even. */
    Sprite(BufferedImage image) {
        width = (image.getWidth() + 1) / 2 * 2;
        height = (image.getHeight() + 1) / 2 * 2;
        for (int plane = 0; plane < 3; plane++) {
            int step = plane == 0 ? 1 : 2;
            weighted[plane] = new short[width / step * (height / step)];
            remaining[plane] = new short[weighted[plane].length];
            for (int i = 0; i < weighted[plane].length; i++) {
                int column = i % (width / step) * step;
                int row = i / (width / step) * step;
                blend(image, plane, i, column, row, step);
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Lays the sprite over a frame; what lies outside is cut off. The place is rounded down to even. */
    void over(NativeFrame frame, int left, int top) {
        int x = left & ~1;
        int y = top & ~1;
        over(frame, 0, x, y, width, height, frame.width(), frame.height());
        for (int plane = 1; plane < 3; plane++) {
            over(frame, plane, x / 2, y / 2, width / 2, height / 2, (frame.width() + 1) / 2, (frame.height() + 1) / 2);
        }
    }

    private void over(NativeFrame frame, int plane, int x, int y, int columns, int rows, int maxX, int maxY) {
        ByteBuffer samples = frame.plane(plane);
        int stride = frame.stride(plane);
        short[] added = weighted[plane];
        short[] kept = remaining[plane];
        int from = Math.max(0, -x);
        int to = Math.min(columns, maxX - x);
        for (int row = Math.max(0, -y); row < Math.min(rows, maxY - y); row++) {
            int at = (y + row) * stride + x;
            int own = row * columns;
            for (int column = from; column < to; column++) {
                int keep = kept[own + column];
                if (keep != OPAQUE) {
                    int below = samples.get(at + column) & 0xFF;
                    samples.put(at + column, (byte) (added[own + column] + (below * keep + OPAQUE / 2) / OPAQUE));
                }
            }
        }
    }

    private void blend(BufferedImage image, int plane, int index, int column, int row, int step) {
        double sum = 0;
        double opacity = 0;
        for (int dy = 0; dy < step; dy++) {
            for (int dx = 0; dx < step; dx++) {
                if (column + dx < image.getWidth() && row + dy < image.getHeight()) {
                    int argb = image.getRGB(column + dx, row + dy);
                    double alpha = (argb >>> 24) / 255.0;
                    sum += sample(plane, argb) * alpha;
                    opacity += alpha;
                }
            }
        }
        int count = step * step;
        weighted[plane][index] = (short) Math.round(sum / count);
        remaining[plane][index] = (short) Math.round(OPAQUE * (1 - opacity / count));
    }

    /** ITU-R BT.601-7, section 2.5, quantised to limited range. */
    private static double sample(int plane, int rgb) {
        double r = (rgb >> 16 & 0xFF) / 255.0;
        double g = (rgb >> 8 & 0xFF) / 255.0;
        double b = (rgb & 0xFF) / 255.0;
        double y = 0.299 * r + 0.587 * g + 0.114 * b;
        return switch (plane) {
            case 0 -> 16 + 219 * y;
            case 1 -> 128 + 224 * (b - y) / 1.772;
            default -> 128 + 224 * (r - y) / 1.402;
        };
    }
}
