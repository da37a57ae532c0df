package dev.belfry.rtc.jitter;

/** Tells by the numbers of pictures, which VP8 and VP9 have, that no picture is missing though packets are. */
final class PictureOrder {
    private int last = -1;
    private int bits;

    /** Notes the first packet of the last frame. */
    void took(Slot slot) {
        last = slot.pictureId;
        bits = slot.pictureBits;
    }

    void forget() {
        last = -1;
    }

    /** Returns whether a packet begins the picture behind the last: what is missing between only filled the line. */
    boolean isNext(Slot slot) {
        return last >= 0
                && slot.starts
                && slot.pictureBits == bits
                && slot.pictureId == ((last + 1) & ((1 << bits) - 1));
    }
}
