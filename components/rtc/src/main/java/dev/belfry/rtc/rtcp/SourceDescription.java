package dev.belfry.rtc.rtcp;

import dev.belfry.rtc.packet.Bytes;

/** The chunks of a source description (RFC 3550 section 6.5); of their items only the canonical name is told. */
final class SourceDescription {
    private SourceDescription() {}

    static boolean read(byte[] bytes, int start, int end, int count, RtcpHandler handler) {
        int at = start;
        for (int i = 0; i < count; i++) {
            if (end - at < 4) {
                return false;
            }
            int afterItems = readItems(Bytes.u32(bytes, at), bytes, at + 4, end, handler);
            if (afterItems < 0) {
                return false;
            }
            at = start + (afterItems - start + 3) / 4 * 4;
        }
        return true;
    }

    /** Returns the index after the null that ends the items, or -1 if there is none. */
    private static int readItems(long ssrc, byte[] bytes, int start, int end, RtcpHandler handler) {
        int at = start;
        while (at < end) {
            int type = bytes[at];
            if (type == 0) {
                return at + 1;
            }
            if (end - at < 2 || end - at - 2 < Bytes.u8(bytes, at + 1)) {
                return -1;
            }
            int length = Bytes.u8(bytes, at + 1);
            if (type == Rtcp.ITEM_CNAME) {
                handler.canonicalName(ssrc, bytes, at + 2, length);
            }
            at += 2 + length;
        }
        return -1;
    }

    static int size(int nameLength) {
        return Rtcp.HEADER + (4 + 2 + nameLength + 1 + 3) / 4 * 4;
    }

    /** Writes the part after its header. */
    static void write(byte[] bytes, int start, long ssrc, byte[] name) {
        Bytes.put32(bytes, start, ssrc);
        bytes[start + 4] = Rtcp.ITEM_CNAME;
        bytes[start + 5] = (byte) name.length;
        System.arraycopy(name, 0, bytes, start + 6, name.length);
        int end = start - Rtcp.HEADER + size(name.length);
        for (int at = start + 6 + name.length; at < end; at++) {
            bytes[at] = 0;
        }
    }
}
