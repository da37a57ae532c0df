package dev.belfry.rtc.rtp;

import dev.belfry.rtc.packet.Bytes;
import dev.belfry.rtc.packet.Packet;

/**
 * What a datagram on a bundled transport is, by its first bytes: RFC 7983 section 7 tells the protocols apart, RFC 5761
 * section 4 tells RTCP from RTP.
 *
 * @since 0.1
 */
public enum PacketKind {
    STUN,
    ZRTP,
    DTLS,
    TURN_CHANNEL,
    RTP,
    RTCP,
    UNKNOWN;

    private static final int FIRST_RTCP = 192;
    private static final int LAST_RTCP = 223;

    /** Returns the kind of a packet; {@link #UNKNOWN} for an empty one, and for RTP or RTCP of a single byte. */
    public static PacketKind of(Packet packet) {
        return of(packet.bytes(), packet.offset(), packet.length());
    }

    /** Returns the kind of the datagram in this part of an array. */
    public static PacketKind of(byte[] bytes, int offset, int length) {
        if (length < 1) {
            return UNKNOWN;
        }
        int first = Bytes.u8(bytes, offset);
        if (first <= 3) {
            return STUN;
        } else if (first >= 16 && first <= 19) {
            return ZRTP;
        } else if (first >= 20 && first <= 63) {
            return DTLS;
        } else if (first >= 64 && first <= 79) {
            return TURN_CHANNEL;
        } else if (first >= 128 && first <= 191 && length > 1) {
            int second = Bytes.u8(bytes, offset + 1);
            return second >= FIRST_RTCP && second <= LAST_RTCP ? RTCP : RTP;
        }
        return UNKNOWN;
    }
}
