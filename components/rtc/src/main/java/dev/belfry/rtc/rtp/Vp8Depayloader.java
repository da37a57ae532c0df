package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.rtc.packet.Bytes;

/** VP8, RFC 7741 sections 4.2 (payload descriptor) and 4.3 (payload header). */
final class Vp8Depayloader extends VpxDepayloader {
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
                bits = pictureBits(bytes, at);
                picture = pictureId(bytes, at, bits);
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
}
