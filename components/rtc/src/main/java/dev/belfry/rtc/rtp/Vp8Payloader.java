package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import java.util.Collection;

/** VP8, RFC 7741 section 4: a descriptor with a 15-bit PictureID; partitions are not told apart. */
final class Vp8Payloader implements Payloader {
    private static final int DESCRIPTOR = 4;
    private static final int EXTENDED = 0x80;
    private static final int START = 0x10;
    private static final int HAS_PICTURE = 0x80;

    private int picture;

    Vp8Payloader(int firstPicture) {
        picture = firstPicture & 0x7fff;
    }

    @Override
    public boolean cut(EncodedFrame frame, RtpStream stream, int maxPayload, Collection<? super Packet> out) {
        if (!Fragments.cuttable(frame, Codec.VP8, maxPayload)) {
            return false;
        }
        stream.begin(frame);
        int size = frame.data().remaining();
        int count = Fragments.count(size, maxPayload - DESCRIPTOR);
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = Fragments.length(size, count, i);
            Packet packet = stream.next();
            Fragments.put(packet, i == 0 ? EXTENDED | START : EXTENDED);
            Fragments.put(packet, HAS_PICTURE);
            Fragments.put(packet, 0x80 | (picture >> 8));
            Fragments.put(packet, picture);
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
