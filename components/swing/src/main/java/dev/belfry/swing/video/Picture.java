package dev.belfry.swing.video;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The pixels of one frame, upright, with what is needed to paint them. Made anew inside when the size changes. */
final class Picture {
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    private int[] pixels = new int[1];

    /** Size of the frame it was made from, upright. */
    int frameWidth;

    int frameHeight;
    long sequence;
    long captureNanos;
    boolean grey;

    /** Makes it this large. Its pixels are undefined afterwards. */
    void resize(int width, int height) {
        if (image.getWidth() != width || image.getHeight() != height) {
            image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            // This stops Java 2D from caching the image in video memory, which for ever new pixels is a gain.
            pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        }
    }

    BufferedImage image() {
        return image;
    }

    /** Returns the image's own pixels, {@code 0xXXRRGGBB}, row after row. */
    int[] pixels() {
        return pixels;
    }

    /** Returns a copy of the image that stays as it is. */
    BufferedImage copy() {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 0, image.getWidth());
        return copy;
    }

    /** Takes the colours out of it, once. */
    void turnGrey() {
        if (!grey) {
            Pixels.desaturate(pixels);
            grey = true;
        }
    }
}
