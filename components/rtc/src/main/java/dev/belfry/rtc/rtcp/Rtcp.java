package dev.belfry.rtc.rtcp;

import dev.belfry.rtc.packet.Packet;

/**
 * What RTCP packets begin with, and how they are told from RTP on the same port.
 *
 * @since 0.1
 */
public final class Rtcp {
    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int GOODBYE = 203;
    static final int TRANSPORT_FEEDBACK = 205;
    static final int PAYLOAD_FEEDBACK = 206;

    static final int FORMAT_NACK = 1;
    static final int FORMAT_TRANSPORT_WIDE = 15;

    static final int FORMAT_PICTURE_LOSS = 1;
    static final int FORMAT_FULL_INTRA_REQUEST = 4;
    static final int FORMAT_APPLICATION = 15;

    static final int ITEM_CNAME = 1;

    /** The four letters "REMB". */
    static final int REMB = 0x52454D42;

    static final int HEADER = 4;
    static final int FEEDBACK_HEADER = 12;
    static final int REPORT_BLOCK = 24;
    static final int MAX_COUNT = 31;

    private static final int FIRST_TYPE = 192;
    private static final int LAST_TYPE = 223;

    private Rtcp() {}

    /**
     * Returns whether a packet that came where RTP and RTCP share a port is RTCP (RFC 5761 section 4). It may still be
     * malformed, or encrypted: SRTCP leaves the first eight bytes as they are.
     */
    public static boolean isRtcp(Packet packet) {
        if (packet.length() < 2 * HEADER) {
            return false;
        }
        int type = packet.bytes()[packet.offset() + 1] & 0xFF;
        return (packet.bytes()[packet.offset()] & 0xC0) == 0x80 && type >= FIRST_TYPE && type <= LAST_TYPE;
    }
}
