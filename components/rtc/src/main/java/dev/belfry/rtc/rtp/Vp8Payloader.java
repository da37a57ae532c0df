package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;

/** VP8, RFC 7741 section 4: a descriptor with a 15-bit PictureID; partitions are not told apart. */
final class Vp8Payloader extends VpxPayloader {
    private static final int DESCRIPTOR = 4;
    private static final int EXTENDED = 0x80;
    private static final int START = 0x10;
    private static final int HAS_PICTURE = 0x80;

    Vp8Payloader(int firstPicture) {
        super(Codec.VP8, firstPicture);
    }

    @Override
    int descriptorLength(EncodedFrame frame) {
        return DESCRIPTOR;
    }

    @Override
    void describe(Packet packet, EncodedFrame frame, boolean first, boolean last) {
        Fragments.put(packet, first ? EXTENDED | START : EXTENDED);
        Fragments.put(packet, HAS_PICTURE);
        putPicture(packet);
    }
}
