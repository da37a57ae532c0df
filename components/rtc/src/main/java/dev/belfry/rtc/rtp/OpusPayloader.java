package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import java.util.Collection;

/** Opus, RFC 7587 section 4.2: the frame as it is, one to a packet. */
final class OpusPayloader implements Payloader {
    @Override
    public boolean cut(EncodedFrame frame, RtpStream stream, int maxPayload, Collection<? super Packet> out) {
        if (!Fragments.cuttable(frame, Codec.OPUS, maxPayload) || frame.data().remaining() > maxPayload) {
            return false;
        }
        stream.begin(frame);
        Packet packet = stream.next();
        Fragments.put(packet, frame, 0, frame.data().remaining());
        out.add(packet);
        return true;
    }
}
