package dev.belfry.rtc.rtp;

import dev.belfry.rtc.packet.Bytes;

/**
 * Writes the header extension of packets to be sent, RFC 8285 section 4: in the one-byte form if all fits in it, else in
 * the two-byte form. What is known only as a packet leaves is written as zeros.
 */
final class ExtensionWriter {
    private static final int SHORT_MAX_ID = 14;
    private static final int SHORT_MAX_LENGTH = 16;

    private final HeaderExtensionMap map;
    private final byte[] mid;
    private final boolean inShort;

    ExtensionWriter(HeaderExtensionMap map, byte[] mid) {
        this.map = map;
        this.mid = mid;
        boolean fits = mid.length <= SHORT_MAX_LENGTH;
        for (HeaderExtension extension : HeaderExtension.values()) {
            fits &= map.id(extension) <= SHORT_MAX_ID;
        }
        inShort = fits;
    }

    /**
     * Writes the extension, or nothing if it would be empty.
     *
     * @param level the sound's level and speech bit as RFC 6464 has them, or negative
     * @param captureTime when the content was captured, or zero
     * @return the index after the last byte written
     */
    int write(byte[] bytes, int start, int level, long captureTime) {
        int at = start + 4;
        if (mid.length > 0) {
            at = head(bytes, at, HeaderExtension.MID, mid.length);
            if (map.id(HeaderExtension.MID) != 0) {
                System.arraycopy(mid, 0, bytes, at, mid.length);
                at += mid.length;
            }
        }
        at = number(bytes, at, HeaderExtension.TRANSPORT_SEQUENCE, 2, 0);
        at = number(bytes, at, HeaderExtension.ABS_SEND_TIME, 3, 0);
        if (level >= 0) {
            at = number(bytes, at, HeaderExtension.AUDIO_LEVEL, 1, level);
        }
        if (captureTime != 0) {
            at = number(bytes, at, HeaderExtension.ABS_CAPTURE_TIME, 8, captureTime);
        }
        if (at == start + 4) {
            return start;
        }
        while (((at - start) & 3) != 0) {
            bytes[at++] = 0;
        }
        Bytes.put16(bytes, start, inShort ? ExtensionBlock.ONE_BYTE : ExtensionBlock.TWO_BYTE);
        Bytes.put16(bytes, start + 2, (at - start) / 4 - 1);
        return at;
    }

    private int number(byte[] bytes, int start, HeaderExtension extension, int length, long value) {
        int at = head(bytes, start, extension, length);
        if (at == start) {
            return start;
        }
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            bytes[at++] = (byte) (value >> shift);
        }
        return at;
    }

    /** Writes identifier and length; returns the start unchanged if the extension is not used. */
    private int head(byte[] bytes, int start, HeaderExtension extension, int length) {
        int id = map.id(extension);
        if (id == 0) {
            return start;
        } else if (inShort) {
            bytes[start] = (byte) ((id << 4) | (length - 1));
            return start + 1;
        }
        bytes[start] = (byte) id;
        bytes[start + 1] = (byte) length;
        return start + 2;
    }
}
