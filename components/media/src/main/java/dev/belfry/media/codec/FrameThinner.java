package dev.belfry.media.codec;

/** Leaves pictures out, evenly, for encoders that spend a fixed number of bits on each. */
final class FrameThinner {
    private static final double ROUNDING = 1e-9;

    private double credit;

    /**
     * Decides on the next picture.
     *
     * @param share the share of pictures to let through, 1 or more for all
     * @param must whether this one has to go through
     */
    boolean admits(double share, boolean must) {
        credit += Math.min(share, 1);
        if (must || credit >= 1 - ROUNDING) {
            credit = Math.max(-1, credit - 1);
            return true;
        }
        return false;
    }
}
