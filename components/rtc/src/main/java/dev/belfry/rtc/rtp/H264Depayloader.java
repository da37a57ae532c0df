package dev.belfry.rtc.rtp;

import dev.belfry.frame.Codec;
import dev.belfry.rtc.packet.Bytes;
import java.nio.ByteBuffer;

/**
 * H.264, RFC 6184 sections 5.6 (single units), 5.7.1 (STAP-A) and 5.8 (FU-A), which is all that packetization mode 1
 * allows. Frames come out in Annex B form, each unit behind a start code of four bytes.
 */
final class H264Depayloader implements Depayloader {
    private static final int IDR = 5;
    private static final int PARAMETERS = 7;
    private static final int DELIMITER = 9;
    private static final int LAST_PLAIN_TYPE = 23;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int START_CODE = 4;

    private boolean unitOpen;

    @Override
    public Codec codec() {
        return Codec.H264;
    }

    @Override
    public boolean describe(RtpPacket packet, PayloadDescriptor into) {
        int length = packet.payloadLength();
        int at = packet.payloadOffset();
        if (length < 1) {
            return false;
        }
        int type = packet.bytes()[at] & 0x1f;
        into.set(false, false, 0);
        if (type == STAP_A) {
            return describeUnits(packet.bytes(), at + 1, at + length, into);
        } else if (type == FU_A) {
            return length > 2 && describeFragment(packet.bytes()[at + 1], into);
        }
        into.set(type == PARAMETERS || type == DELIMITER, type == IDR, 0);
        return isPlain(type);
    }

    private static boolean describeFragment(byte header, PayloadDescriptor into) {
        int type = header & 0x1f;
        boolean first = (header & 0x80) != 0;
        boolean last = (header & 0x40) != 0;
        into.set(first && type == PARAMETERS, type == IDR, 2);
        return isPlain(type) && !(first && last);
    }

    private static boolean describeUnits(byte[] bytes, int start, int end, PayloadDescriptor into) {
        boolean starts = false;
        boolean key = false;
        int at = start;
        while (at < end) {
            if (at + 2 >= end) {
                return false;
            }
            int length = Bytes.u16(bytes, at);
            int type = bytes[at + 2] & 0x1f;
            if (length == 0 || at + 2 + length > end || !isPlain(type)) {
                return false;
            }
            starts |= at == start && (type == PARAMETERS || type == DELIMITER);
            key |= type == IDR;
            at += 2 + length;
        }
        into.set(starts, key, 1);
        return at > start;
    }

    private static boolean isPlain(int type) {
        return type >= 1 && type <= LAST_PLAIN_TYPE;
    }

    @Override
    public int maxBytes(RtpPacket packet) {
        boolean aggregated = (packet.bytes()[packet.payloadOffset()] & 0x1f) == STAP_A;
        // There, the two bytes of length before each unit become the four of a start code.
        return aggregated ? 2 * packet.payloadLength() : START_CODE + packet.payloadLength();
    }

    @Override
    public boolean append(RtpPacket packet, ByteBuffer data) {
        if (data.position() == 0) {
            unitOpen = false;
        }
        byte[] bytes = packet.bytes();
        int at = packet.payloadOffset();
        int end = at + packet.payloadLength();
        int type = bytes[at] & 0x1f;
        if (type == FU_A) {
            return appendFragment(bytes, at, end, data);
        } else if (unitOpen) {
            return false;
        } else if (type != STAP_A) {
            data.putInt(1).put(bytes, at, end - at);
            return true;
        }
        at++;
        while (at < end) {
            int length = Bytes.u16(bytes, at);
            data.putInt(1).put(bytes, at + 2, length);
            at += 2 + length;
        }
        return true;
    }

    private boolean appendFragment(byte[] bytes, int at, int end, ByteBuffer data) {
        int header = bytes[at + 1];
        boolean first = (header & 0x80) != 0;
        if (first == unitOpen) {
            return false;
        }
        if (first) {
            data.putInt(1).put((byte) ((bytes[at] & ~0x1f) | (header & 0x1f)));
        }
        data.put(bytes, at + 2, end - at - 2);
        unitOpen = (header & 0x40) == 0;
        return true;
    }
}
