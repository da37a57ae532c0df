package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.rtc.packet.Bytes;

/**
 * VP9, RFC 9628 section 4.2, with all that its descriptor may hold. A picture of several spatial layers is one frame:
 * their bytes one after the other.
 */
final class Vp9Depayloader extends VpxDepayloader {
    private static final int PICTURE = 0x80;
    private static final int PREDICTED = 0x40;
    private static final int LAYERS = 0x20;
    private static final int FLEXIBLE = 0x10;
    private static final int START = 0x08;
    private static final int STRUCTURE = 0x02;
    private static final int MAX_REFERENCES = 3;
    private static final int MALFORMED = -1;

    @Override
    public Codec codec() {
        return Codec.VP9;
    }

    @Override
    public boolean describe(RtpPacket packet, PayloadDescriptor into) {
        byte[] bytes = packet.bytes();
        int start = packet.payloadOffset();
        int end = start + packet.payloadLength();
        // The shortest packet that is one: a descriptor of one byte and one byte of payload.
        if (start + 1 >= end) {
            return false;
        }
        int flags = Bytes.u8(bytes, start);
        int at = start + 1;
        int picture = -1;
        int bits = 0;
        if ((flags & PICTURE) != 0) {
            if (at + 1 >= end) {
                return false;
            }
            bits = pictureBits(bytes, at);
            picture = pictureId(bytes, at, bits);
            at += bits == 15 ? 2 : 1;
        }
        int spatial = 0;
        if ((flags & LAYERS) != 0) {
            if (at >= end) {
                return false;
            }
            spatial = (bytes[at] >> 1) & 0x07;
            at += (flags & FLEXIBLE) != 0 ? 1 : 2;
        }
        if ((flags & FLEXIBLE) != 0 && (flags & PREDICTED) != 0) {
            at = afterReferences(bytes, at, end);
        }
        if (at != MALFORMED && (flags & STRUCTURE) != 0) {
            at = afterStructure(bytes, at, end);
        }
        if (at == MALFORMED || at >= end) {
            return false;
        }
        boolean starts = (flags & START) != 0 && spatial == 0;
        into.set(starts, starts && (flags & PREDICTED) == 0, at - start);
        into.picture(picture, bits);
        return true;
    }

    /** Up to three bytes of P_DIFF, each but the last with its lowest bit set. */
    private static int afterReferences(byte[] bytes, int start, int end) {
        int at = start;
        for (int i = 0; i < MAX_REFERENCES; i++) {
            if (at >= end) {
                return MALFORMED;
            }
            if ((bytes[at++] & 1) == 0) {
                return at;
            }
        }
        return MALFORMED;
    }

    /** The scalability structure, section 4.2.1: sizes of the layers, then the pictures of a group. */
    private static int afterStructure(byte[] bytes, int start, int end) {
        if (start >= end) {
            return MALFORMED;
        }
        int head = Bytes.u8(bytes, start);
        int at = start + 1;
        if ((head & 0x10) != 0) {
            at += 4 * ((head >> 5) + 1);
        }
        if ((head & 0x08) == 0) {
            return at;
        }
        if (at >= end) {
            return MALFORMED;
        }
        int pictures = Bytes.u8(bytes, at++);
        for (int i = 0; i < pictures; i++) {
            if (at >= end) {
                return MALFORMED;
            }
            at += 1 + ((bytes[at] >> 2) & 0x03);
        }
        return at;
    }
}
