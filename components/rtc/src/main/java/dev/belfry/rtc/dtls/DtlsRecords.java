package dev.belfry.rtc.dtls;

import dev.belfry.rtc.packet.Bytes;
import org.bouncycastle.tls.ContentType;

/**
 * A first look at a datagram, before any of it is kept: is it made of whole DTLS records (RFC 6347 section 4.1), and does
 * none of its handshake messages claim to be larger than any honest one? The protocol's own code sets aside as many bytes
 * as a message claims to have, up to 16 MB.
 */
final class DtlsRecords {
    /** A chain of certificates fits easily. */
    static final int MAX_MESSAGE = 16_384;

    /** How long the header of a record is. */
    static final int HEADER = 13;

    private static final int MESSAGE_HEADER = 12;
    private static final int MAJOR_VERSION = 0xfe;

    private DtlsRecords() {}

    static boolean acceptable(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (end - at >= HEADER) {
            int type = bytes[at];
            int endOfRecord = endOfRecord(bytes, at);
            if (type < ContentType.change_cipher_spec
                    || type > ContentType.application_data
                    || (bytes[at + 1] & 0xff) != MAJOR_VERSION
                    || endOfRecord > end) {
                return false;
            }
            if (type == ContentType.handshake
                    && isClear(bytes, at)
                    && !messagesAcceptable(bytes, at + HEADER, endOfRecord)) {
                return false;
            }
            at = endOfRecord;
        }
        return length > 0 && at == end;
    }

    private static boolean messagesAcceptable(byte[] bytes, int from, int end) {
        int at = from;
        while (end - at >= MESSAGE_HEADER) {
            int whole = messageLength(bytes, at);
            if (whole > MAX_MESSAGE
                    || fragmentOffset(bytes, at) + fragmentLength(bytes, at) > whole
                    || endOfMessage(bytes, at) > end) {
                return false;
            }
            at = endOfMessage(bytes, at);
        }
        return at == end;
    }

    /** Tells whether the record at an index is of the time before the keys: epoch 0. */
    static boolean isClear(byte[] bytes, int at) {
        return Bytes.u16(bytes, at + 3) == 0;
    }

    static int endOfRecord(byte[] bytes, int at) {
        return at + HEADER + Bytes.u16(bytes, at + 11);
    }

    static int messageLength(byte[] bytes, int at) {
        return Bytes.u24(bytes, at + 1);
    }

    static int fragmentOffset(byte[] bytes, int at) {
        return Bytes.u24(bytes, at + 6);
    }

    static int fragmentLength(byte[] bytes, int at) {
        return Bytes.u24(bytes, at + 9);
    }

    static int endOfMessage(byte[] bytes, int at) {
        return at + MESSAGE_HEADER + fragmentLength(bytes, at);
    }
}
