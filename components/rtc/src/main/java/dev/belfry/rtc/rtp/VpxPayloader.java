package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import java.util.Collection;

/** What VP8 and VP9 have in common: a frame cut anywhere, each part behind a descriptor with a 15-bit picture ID. */
abstract class VpxPayloader implements Payloader {
    private static final int LONG_ID = 0x80;

    private final Codec codec;
    private int picture;

    VpxPayloader(Codec codec, int firstPicture) {
        this.codec = codec;
        picture = firstPicture & 0x7fff;
    }

    @Override
    public final boolean cut(EncodedFrame frame, RtpStream stream, int maxPayload, Collection<? super Packet> out) {
        if (!Fragments.cuttable(frame, codec, maxPayload)) {
            return false;
        }
        stream.begin(frame);
        int size = frame.data().remaining();
        int count = Fragments.count(size, maxPayload - descriptorLength(frame));
        int at = 0;
        for (int i = 0; i < count; i++) {
            int length = Fragments.length(size, count, i);
            boolean last = i == count - 1;
            Packet packet = stream.next();
            describe(packet, frame, i == 0, last);
            Fragments.put(packet, frame, at, length);
            if (last) {
                Fragments.mark(packet);
            }
            out.add(packet);
            at += length;
        }
        picture = (picture + 1) & 0x7fff;
        return true;
    }

    /** Returns how many bytes stand before each part of a frame. */
    abstract int descriptorLength(EncodedFrame frame);

    /** Appends the descriptor of the first, the last or another part of a frame. */
    abstract void describe(Packet packet, EncodedFrame frame, boolean first, boolean last);

    /** Appends the number of the picture. */
    final void putPicture(Packet packet) {
        Fragments.put(packet, LONG_ID | (picture >> 8));
        Fragments.put(packet, picture);
    }
}
