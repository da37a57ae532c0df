package dev.belfry.rtc.rtp;

/**
 * What a payload says of its place in a frame. Made once and filled again for each packet. Not thread-safe.
 *
 * @since 0.1
 */
public final class PayloadDescriptor {
    private boolean startsFrame;
    private boolean keyFrame;
    private int pictureId;
    private int pictureBits;
    private int length;

    /**
     * Returns whether the packet is known to be the first of its frame. H.264 says so only of some: there a frame also
     * starts behind a packet that is marked.
     */
    public boolean startsFrame() {
        return startsFrame;
    }

    /** Returns whether the packet shows that a decoder can start at its frame. Other packets of that frame may not. */
    public boolean keyFrame() {
        return keyFrame;
    }

    /** Returns the number of the picture, which rises by one and wraps; -1 if it has none. */
    public int pictureId() {
        return pictureId;
    }

    /** Returns how many bits the number of the picture has: 7 or 15, or 0 without one. */
    public int pictureBits() {
        return pictureBits;
    }

    /** Returns how many bytes of the payload describe it, and are not part of the frame. */
    public int length() {
        return length;
    }

    void set(boolean isStart, boolean isKey, int descriptorLength) {
        startsFrame = isStart;
        keyFrame = isKey;
        length = descriptorLength;
        pictureId = -1;
        pictureBits = 0;
    }

    void picture(int id, int bits) {
        pictureId = id;
        pictureBits = bits;
    }
}
