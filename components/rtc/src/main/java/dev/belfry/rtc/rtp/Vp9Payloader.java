package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import java.util.Collection;

/**
 * VP9, RFC 9628 section 4, in flexible mode with one layer: a 15-bit picture ID, and for each picture but a key frame a
 * reference to the one before it. The encoder may refer to older ones, yet these cannot be missing if that one is there.
 */
final class Vp9Payloader implements Payloader {
    private static final int HAS_PICTURE = 0x80;
    private static final int PREDICTED = 0x40;
    private static final int FLEXIBLE = 0x10;
    private static final int START = 0x08;
    private static final int END = 0x04;
    private static final int THE_ONE_BEFORE = 1 << 1;

    private int picture;

    Vp9Payloader(int firstPicture) {
        picture = firstPicture & 0x7fff;
    }

    @Override
    public boolean cut(EncodedFrame frame, RtpStream stream, int maxPayload, Collection<? super Packet> out) {
        if (!Fragments.cuttable(frame, Codec.VP9, maxPayload)) {
            return false;
        }
        stream.begin(frame);
        int descriptor = frame.isKeyFrame() ? 3 : 4;
        int flags = HAS_PICTURE | FLEXIBLE | (frame.isKeyFrame() ? 0 : PREDICTED);
        int size = frame.data().remaining();
        int count = Fragments.count(size, maxPayload - descriptor);
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = Fragments.length(size, count, i);
            Packet packet = stream.next();
            Fragments.put(packet, flags | (i == 0 ? START : 0) | (i == count - 1 ? END : 0));
            Fragments.put(packet, 0x80 | (picture >> 8));
            Fragments.put(packet, picture);
            if (!frame.isKeyFrame()) {
                Fragments.put(packet, THE_ONE_BEFORE);
            }
            Fragments.put(packet, frame, at, length);
            if (i == count - 1) {
                Fragments.mark(packet);
            }
            out.add(packet);
            at += length;
        }
        picture = (picture + 1) & 0x7fff;
        return true;
    }
}
