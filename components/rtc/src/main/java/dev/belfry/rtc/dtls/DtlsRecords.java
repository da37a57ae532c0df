package dev.belfry.rtc.dtls;

/**
 * A first look at a datagram, before any of it is kept: is it made of whole DTLS records (RFC 6347 section 4.1), and does
 * none of its handshake messages claim to be larger than any honest one? The protocol's own code sets aside as many bytes
 * as a message claims to have, up to 16 MB.
 */
final class DtlsRecords {
    /** A chain of certificates fits easily. */
    static final int MAX_MESSAGE = 16_384;

    private static final int HEADER = 13;
    private static final int MESSAGE_HEADER = 12;
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int MAJOR_VERSION = 0xfe;

    private DtlsRecords() {}

    static boolean acceptable(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (end - at >= HEADER) {
            int type = bytes[at] & 0xff;
            int bodyLength = uint16(bytes, at + 11);
            if (type < CHANGE_CIPHER_SPEC
                    || type > APPLICATION_DATA
                    || (bytes[at + 1] & 0xff) != MAJOR_VERSION
                    || bodyLength > end - at - HEADER) {
                return false;
            }
            boolean clear = uint16(bytes, at + 3) == 0;
            if (type == HANDSHAKE && clear && !messagesAcceptable(bytes, at + HEADER, at + HEADER + bodyLength)) {
                return false;
            }
            at += HEADER + bodyLength;
        }
        return length > 0 && at == end;
    }

    private static boolean messagesAcceptable(byte[] bytes, int from, int end) {
        int at = from;
        while (end - at >= MESSAGE_HEADER) {
            int whole = uint24(bytes, at + 1);
            int fragmentOffset = uint24(bytes, at + 6);
            int fragment = uint24(bytes, at + 9);
            if (whole > MAX_MESSAGE || fragmentOffset + fragment > whole || fragment > end - at - MESSAGE_HEADER) {
                return false;
            }
            at += MESSAGE_HEADER + fragment;
        }
        return at == end;
    }

    private static int uint16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private static int uint24(byte[] bytes, int at) {
        return (uint16(bytes, at) << 8) | (bytes[at + 2] & 0xff);
    }
}
