package dev.belfry.rtc.rtp;

import dev.belfry.rtc.packet.Bytes;
import java.nio.ByteBuffer;

/** What VP8 and VP9 have in common: behind a descriptor, each packet has the next bytes of its frame. */
abstract class VpxDepayloader implements Depayloader {
    private static final int LONG_ID = 0x80;

    private final PayloadDescriptor own = new PayloadDescriptor();

    @Override
    public final int maxBytes(RtpPacket packet) {
        return packet.payloadLength();
    }

    @Override
    public final boolean append(RtpPacket packet, ByteBuffer data) {
        if (!describe(packet, own) || own.startsFrame() != (data.position() == 0)) {
            return false;
        }
        int length = own.length();
        data.put(packet.bytes(), packet.payloadOffset() + length, packet.payloadLength() - length);
        return true;
    }

    /** Returns how many bits the number of the picture at an index has: 7, or 15 in two bytes. */
    static int pictureBits(byte[] bytes, int at) {
        return (bytes[at] & LONG_ID) != 0 ? 15 : 7;
    }

    /** Returns the number of the picture at an index, which has that many bits. */
    static int pictureId(byte[] bytes, int at, int bits) {
        return bits == 15 ? Bytes.u16(bytes, at) & 0x7fff : Bytes.u8(bytes, at);
    }
}
