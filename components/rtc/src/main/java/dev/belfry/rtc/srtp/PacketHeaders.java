package dev.belfry.rtc.srtp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;

/** As much of RTP and RTCP as encryption has to know (RFC 3550 sections 5.1, 5.3.1 and 6.4.1). */
final class PacketHeaders {
    /** How much of an RTCP packet is sent in the clear. */
    static final int RTCP_CLEAR = 8;

    private static final int RTP_FIXED = 12;

    private PacketHeaders() {}

    /** Returns how long the header of an RTP packet is with its extension, or -1 if it is none. */
    static int rtpLength(Packet packet) {
        if (packet.length() < RTP_FIXED || !isVersion2(packet)) {
            return -1;
        }
        byte[] bytes = packet.bytes();
        int at = packet.offset();
        int length = RTP_FIXED + 4 * (bytes[at] & 0x0f);
        if ((bytes[at] & 0x10) != 0) {
            if (packet.length() < length + 4) {
                return -1;
            }
            length += 4 + 4 * Bytes.u16(bytes, at + length + 2);
        }
        return length <= packet.length() ? length : -1;
    }

    static boolean isRtcp(Packet packet) {
        return packet.length() >= RTCP_CLEAR && isVersion2(packet);
    }

    private static boolean isVersion2(Packet packet) {
        return (packet.bytes()[packet.offset()] & 0xc0) == 0x80;
    }
}
