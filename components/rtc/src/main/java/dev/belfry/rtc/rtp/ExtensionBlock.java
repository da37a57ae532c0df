package dev.belfry.rtc.rtp;

import dev.belfry.rtc.packet.Bytes;

/**
 * The elements in a header extension, RFC 8285 section 4. A position is an element's offset and length in one number, so
 * that looking one up allocates nothing.
 */
final class ExtensionBlock {
    static final int ONE_BYTE = 0xbede;
    static final int TWO_BYTE = 0x1000;
    static final int ABSENT = -1;

    private static final int APP_BITS = 0x0f;
    private static final int STOP = 15;

    private ExtensionBlock() {}

    static int offset(int position) {
        return position >> 8;
    }

    static int length(int position) {
        return position & 0xff;
    }

    static int find(byte[] bytes, int offset, int length, int profile, int id) {
        if (profile == ONE_BYTE) {
            return findShort(bytes, offset, offset + length, id);
        } else if ((profile & ~APP_BITS) == TWO_BYTE) {
            return findLong(bytes, offset, offset + length, id);
        }
        return ABSENT;
    }

    /** Section 4.2: four bits of identifier, four of length less one; a zero byte is padding, 15 ends it all. */
    private static int findShort(byte[] bytes, int offset, int end, int id) {
        int at = offset;
        while (at < end) {
            int head = Bytes.u8(bytes, at);
            int found = head >> 4;
            if (head == 0) {
                at++;
                continue;
            }
            int length = (head & 0x0f) + 1;
            if (found == 0 || found == STOP || at + 1 + length > end) {
                return ABSENT;
            }
            if (found == id) {
                return ((at + 1) << 8) | length;
            }
            at += 1 + length;
        }
        return ABSENT;
    }

    /** Section 4.3: a byte of identifier, one of length; a zero identifier is padding and has no length. */
    private static int findLong(byte[] bytes, int offset, int end, int id) {
        int at = offset;
        while (at + 1 < end) {
            int found = Bytes.u8(bytes, at);
            if (found == 0) {
                at++;
                continue;
            }
            int length = Bytes.u8(bytes, at + 1);
            if (at + 2 + length > end) {
                return ABSENT;
            }
            if (found == id) {
                return ((at + 2) << 8) | length;
            }
            at += 2 + length;
        }
        return ABSENT;
    }
}
