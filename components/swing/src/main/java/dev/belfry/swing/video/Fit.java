package dev.belfry.swing.video;

/** How a picture fills a view of another shape. Its own shape is always kept. @since 0.1 */
public enum Fit {
    /** All of the picture shows; bars of the stage's colour fill the rest. */
    CONTAIN,
    /** All of the view is covered; what sticks out of the picture is cut off, the same on both sides. */
    COVER;

    /** Returns how wide a picture is drawn in a box, in the box's unit. All arguments are at least 1. */
    int drawnWidth(int width, int height, int boxWidth, int boxHeight) {
        return fillsWidth(width, height, boxWidth, boxHeight) ? boxWidth : scaled(boxHeight, width, height);
    }

    /** Returns how high a picture is drawn in a box, in the box's unit. All arguments are at least 1. */
    int drawnHeight(int width, int height, int boxWidth, int boxHeight) {
        return fillsWidth(width, height, boxWidth, boxHeight) ? scaled(boxWidth, height, width) : boxHeight;
    }

    private boolean fillsWidth(int width, int height, int boxWidth, int boxHeight) {
        boolean flatter = (long) width * boxHeight >= (long) height * boxWidth;
        return flatter == (this == CONTAIN);
    }

    private static int scaled(int length, int numerator, int denominator) {
        return Math.max(1, (int) (((long) length * numerator + denominator / 2) / denominator));
    }
}
