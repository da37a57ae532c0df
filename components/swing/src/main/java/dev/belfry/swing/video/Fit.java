package dev.belfry.swing.video;

/** How a picture fills a view of another shape. Its own shape is always kept. @since 0.1 */
public enum Fit {
    /** All of the picture shows; bars of the stage's colour fill the rest. */
    CONTAIN,
    /** All of the view is covered; what sticks out of the picture is cut off, the same on both sides. */
    COVER;

    /** Returns how wide a picture is drawn in a box, in the box's unit. All arguments are at least 1. */
    int drawnWidth(int width, int height, int boxWidth, int boxHeight) {
        return fillsWidth(width, height, boxWidth, boxHeight) ? boxWidth : scaled(width, boxHeight, height, boxWidth);
    }

    /** Returns how high a picture is drawn in a box, in the box's unit. All arguments are at least 1. */
    int drawnHeight(int width, int height, int boxWidth, int boxHeight) {
        return fillsWidth(width, height, boxWidth, boxHeight) ? scaled(height, boxWidth, width, boxHeight) : boxHeight;
    }

    private boolean fillsWidth(int width, int height, int boxWidth, int boxHeight) {
        boolean flatter = (long) width * boxHeight >= (long) height * boxWidth;
        return flatter == (this == CONTAIN);
    }

    /** A box that is a pixel off the picture's shape by rounding is filled, unless the picture fits it unscaled. */
    private static int scaled(int length, int otherBox, int otherLength, int box) {
        int exact = Math.max(1, (int) (((long) length * otherBox + otherLength / 2) / otherLength));
        return exact != length && Math.abs(exact - box) == 1 ? box : exact;
    }
}
