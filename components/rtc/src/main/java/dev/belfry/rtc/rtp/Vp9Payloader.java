package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;

/**
 * VP9, RFC 9628 section 4, in flexible mode with one layer: a 15-bit picture ID, and for each picture but a key frame a
 * reference to the one before it. The encoder may refer to older ones, yet these cannot be missing if that one is there.
 */
final class Vp9Payloader extends VpxPayloader {
    private static final int HAS_PICTURE = 0x80;
    private static final int PREDICTED = 0x40;
    private static final int FLEXIBLE = 0x10;
    private static final int START = 0x08;
    private static final int END = 0x04;
    private static final int THE_ONE_BEFORE = 1 << 1;

    Vp9Payloader(int firstPicture) {
        super(Codec.VP9, firstPicture);
    }

    @Override
    int descriptorLength(EncodedFrame frame) {
        return frame.isKeyFrame() ? 3 : 4;
    }

    @Override
    void describe(Packet packet, EncodedFrame frame, boolean first, boolean last) {
        int flags = HAS_PICTURE | FLEXIBLE | (frame.isKeyFrame() ? 0 : PREDICTED);
        Fragments.put(packet, flags | (first ? START : 0) | (last ? END : 0));
        putPicture(packet);
        if (!frame.isKeyFrame()) {
            Fragments.put(packet, THE_ONE_BEFORE);
        }
    }
}
