package dev.belfry.media.codec;

/**
 * A box that pictures have to fit into, as they are shown: larger ones are made smaller, in their own proportions, to an
 * even width and height.
 *
 * @param width pixels at most
 * @param height pixels at most
 * @since 0.1
 */
public record SizeLimit(int width, int height) {
    /** Lets every picture be. */
    public static final SizeLimit NONE = new SizeLimit(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Checks the size. */
    public SizeLimit {
        if (width < 2 || height < 2) {
            throw new IllegalArgumentException("no picture fits into " + width + "x" + height);
        }
    }

    /** Returns the box on its side. */
    public SizeLimit turned() {
        return new SizeLimit(/* width= */ height, /* height= */ width);
    }

    /** Returns the width of a picture of this size once it fits. */
    public int fitWidth(int ofWidth, int ofHeight) {
        return fits(ofWidth, ofHeight) ? ofWidth : even(ofWidth * scale(ofWidth, ofHeight));
    }

    /** Returns the height of a picture of this size once it fits. */
    public int fitHeight(int ofWidth, int ofHeight) {
        return fits(ofWidth, ofHeight) ? ofHeight : even(ofHeight * scale(ofWidth, ofHeight));
    }

    private boolean fits(int ofWidth, int ofHeight) {
        return ofWidth <= width && ofHeight <= height;
    }

    private double scale(int ofWidth, int ofHeight) {
        return Math.min((double) width / ofWidth, (double) height / ofHeight);
    }

    /** Rounds to an even number of pixels; a hair above it counts as it, since the scale is not exact. */
    private static int even(double size) {
        return Math.max(2, (int) (size + 1e-6) / 2 * 2);
    }
}
