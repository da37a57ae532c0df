package dev.belfry.swing.video;

/** Work on packed {@code 0xXXRRGGBB} pixels, row after row without gaps. */
final class Pixels {
    private Pixels() {}

    /** Turns every pixel to the grey of its brightness (ITU-R BT.601 luma). */
    static void desaturate(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i];
            int luma = (77 * (rgb >> 16 & 0xFF) + 150 * (rgb >> 8 & 0xFF) + 29 * (rgb & 0xFF)) >> 8;
            pixels[i] = luma * 0x010101;
        }
    }

    /** Swaps left and right, in place. */
    static void mirror(int[] pixels, int width, int height) {
        for (int row = 0; row < height; row++) {
            reverse(pixels, row * width, (row + 1) * width);
        }
    }

    /** Turns by 180 degrees, in place. */
    static void turnHalf(int[] pixels, int width, int height) {
        reverse(pixels, 0, width * height);
    }

    /** Turns by 180 degrees and swaps left and right, in place: a swap of top and bottom. */
    static void flip(int[] pixels, int width, int height) {
        for (int top = 0, bottom = height - 1; top < bottom; top++, bottom--) {
            for (int x = 0; x < width; x++) {
                int kept = pixels[top * width + x];
                pixels[top * width + x] = pixels[bottom * width + x];
                pixels[bottom * width + x] = kept;
            }
        }
    }

    /**
     * Turns by 90 degrees clockwise or anticlockwise, and swaps left and right of the outcome if wanted.
     *
     * @param width the width of the source, so the height of the target
     */
    static void turnQuarter(int[] source, int width, int height, int[] target, boolean clockwise, boolean mirrored) {
        // Clockwise, the source's last row becomes the target's first column; mirrored, its last one.
        boolean lastRowLeft = clockwise != mirrored;
        for (int y = 0; y < width; y++) {
            int column = clockwise ? y : width - 1 - y;
            int from = lastRowLeft ? (height - 1) * width + column : column;
            int step = lastRowLeft ? -width : width;
            for (int to = y * height; to < (y + 1) * height; to++, from += step) {
                target[to] = source[from];
            }
        }
    }

    private static void reverse(int[] pixels, int from, int to) {
        for (int left = from, right = to - 1; left < right; left++, right--) {
            int kept = pixels[left];
            pixels[left] = pixels[right];
            pixels[right] = kept;
        }
    }
}
