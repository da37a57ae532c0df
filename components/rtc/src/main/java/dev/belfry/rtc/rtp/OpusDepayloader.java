package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import java.nio.ByteBuffer;

/** Opus, RFC 7587 section 4.2: the payload is the frame. */
final class OpusDepayloader implements Depayloader {
    @Override
    public Codec codec() {
        return Codec.OPUS;
    }

    @Override
    public boolean describe(RtpPacket packet, PayloadDescriptor into) {
        into.set(true, true, 0);
        return packet.payloadLength() > 0;
    }

    @Override
    public int maxBytes(RtpPacket packet) {
        return packet.payloadLength();
    }

    @Override
    public boolean append(RtpPacket packet, ByteBuffer data) {
        if (data.position() != 0) {
            return false;
        }
        data.put(packet.bytes(), packet.payloadOffset(), packet.payloadLength());
        return true;
    }
}
