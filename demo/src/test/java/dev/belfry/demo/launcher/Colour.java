package dev.belfry.demo.launcher;

import java.awt.image.BufferedImage;
import java.util.List;

/** The mean colour of a picture, from 0 to 255: by it a test knows whose picture is shown. */
record Colour(double red, double green, double blue) {
    /** What encoding, decoding and scaling may change, and what moves in a picture. */
    private static final double TOLERANCE = 25;

    static Colour of(BufferedImage image) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                red += (rgb >> 16) & 0xFF;
                green += (rgb >> 8) & 0xFF;
                blue += rgb & 0xFF;
            }
        }
        double count = (double) image.getWidth() * image.getHeight();
        return new Colour(red / count, green / count, blue / count);
    }

    /** Takes red, green and blue as a page tells them. */
    static Colour of(List<?> levels) {
        return new Colour(level(levels.get(0)), level(levels.get(1)), level(levels.get(2)));
    }

    boolean isLike(Colour other) {
        return Math.abs(red - other.red) < TOLERANCE
                && Math.abs(green - other.green) < TOLERANCE
                && Math.abs(blue - other.blue) < TOLERANCE;
    }

    private static double level(Object number) {
        return ((Number) number).doubleValue();
    }
}
