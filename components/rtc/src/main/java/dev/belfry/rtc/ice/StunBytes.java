package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Bytes;
import java.util.zip.CRC32;

/**
 * A look at the bytes of a STUN message (RFC 8489 section 5) before anything else reads them. All methods but {@link
 * #isWellFormed} want a message for which that one said yes.
 */
final class StunBytes {
    static final int HEADER = 20;
    static final int TRANSACTION_ID = 8;
    static final int TRANSACTION_ID_LENGTH = 12;

    static final int BINDING_REQUEST = 0x0001;
    static final int BINDING_SUCCESS = 0x0101;
    static final int BINDING_ERROR = 0x0111;
    static final int DATA_INDICATION = 0x0017;

    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int XOR_PEER_ADDRESS = 0x0012;
    static final int DATA = 0x0013;
    static final int PRIORITY = 0x0024;
    static final int FINGERPRINT = 0x8028;

    private static final int ATTRIBUTE_HEADER = 4;
    private static final int COOKIE = 0x2112A442;
    private static final int FINGERPRINT_MASK = 0x5354554e;
    private static final int MAX_ATTRIBUTES = 32;

    private StunBytes() {}

    /** Whether a datagram is meant to be STUN, by its first byte (RFC 7983 section 7). */
    static boolean looksLikeStun(byte[] bytes, int offset, int length) {
        return length > 0 && (bytes[offset] & 0xFF) <= 3;
    }

    /** Whether header and attributes fill the datagram exactly. */
    static boolean isWellFormed(byte[] bytes, int offset, int length) {
        if (length < HEADER || (length & 3) != 0 || (bytes[offset] & 0xC0) != 0) {
            return false;
        }
        if (Bytes.u16(bytes, offset + 2) != length - HEADER || Bytes.i32(bytes, offset + 4) != COOKIE) {
            return false;
        }
        int at = offset + HEADER;
        int end = offset + length;
        for (int count = 0; at < end; count++) {
            if (count == MAX_ATTRIBUTES) {
                return false;
            }
            at = next(bytes, at);
        }
        return at == end;
    }

    static int type(byte[] bytes, int offset) {
        return Bytes.u16(bytes, offset);
    }

    /** Whether the message answers a request, be it with success or an error. */
    static boolean isResponse(byte[] bytes, int offset) {
        return (type(bytes, offset) & 0x0100) != 0;
    }

    /** Returns where the first attribute of a type begins, or -1. */
    static int find(byte[] bytes, int offset, int length, int attribute) {
        for (int at = offset + HEADER; at < offset + length; at = next(bytes, at)) {
            if (Bytes.u16(bytes, at) == attribute) {
                return at;
            }
        }
        return -1;
    }

    static int valueAt(int attribute) {
        return attribute + ATTRIBUTE_HEADER;
    }

    static int valueLength(byte[] bytes, int attribute) {
        return Bytes.u16(bytes, attribute + 2);
    }

    /** Whether the message ends with a fingerprint that is right (RFC 8489 section 14.7), as ICE wants. */
    static boolean isFingerprintRight(byte[] bytes, int offset, int length) {
        int at = find(bytes, offset, length, FINGERPRINT);
        if (at < 0
                || valueLength(bytes, at) != Integer.BYTES
                || at + ATTRIBUTE_HEADER + Integer.BYTES != offset + length) {
            return false;
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, at - offset);
        return ((int) crc.getValue() ^ FINGERPRINT_MASK) == Bytes.i32(bytes, valueAt(at));
    }

    static int next(byte[] bytes, int attribute) {
        return attribute + ATTRIBUTE_HEADER + ((valueLength(bytes, attribute) + 3) & ~3);
    }
}
