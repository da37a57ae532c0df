package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import java.nio.ByteBuffer;

/** VP8, RFC 7741 sections 4.2 (payload descriptor) and 4.3 (payload header). */
final class Vp8Depayloader implements Depayloader {
    private final PayloadDescriptor own = new PayloadDescriptor();

    @Override
    public Codec codec() {
        return Codec.VP8;
    }

    @Override
    public boolean describe(RtpPacket packet, PayloadDescriptor into) {
        byte[] bytes = packet.bytes();
        int start = packet.payloadOffset();
        int end = start + packet.payloadLength();
        if (start >= end) {
            return false;
        }
        int first = Bytes.u8(bytes, start);
        int at = start + 1;
        int picture = -1;
        int bits = 0;
        if ((first & 0x80) != 0) {
            if (at >= end) {
                return false;
            }
            int has = Bytes.u8(bytes, at++);
            if ((has & 0x80) != 0) {
                // Two bytes behind the shorter form are there: a TL0PICIDX, a TID, or the payload must follow.
                if (at + 1 >= end) {
                    return false;
                }
                bits = (bytes[at] & 0x80) != 0 ? 15 : 7;
                picture = bits == 15 ? Bytes.u16(bytes, at) & 0x7fff : Bytes.u8(bytes, at);
                at += bits == 15 ? 2 : 1;
            }
            at += (has & 0x40) != 0 ? 1 : 0;
            at += (has & 0x30) != 0 ? 1 : 0;
        }
        if (at >= end) {
            return false;
        }
        boolean starts = (first & 0x10) != 0 && (first & 0x07) == 0;
        into.set(starts, starts && (bytes[at] & 1) == 0, at - start);
        into.picture(picture, bits);
        return true;
    }

    @Override
    public int maxBytes(RtpPacket packet) {
        return packet.payloadLength();
    }

    @Override
    public boolean append(RtpPacket packet, ByteBuffer data) {
        if (!describe(packet, own) || own.startsFrame() != (data.position() == 0)) {
            return false;
        }
        int length = own.length();
        data.put(packet.bytes(), packet.payloadOffset() + length, packet.payloadLength() - length);
        return true;
    }
}
