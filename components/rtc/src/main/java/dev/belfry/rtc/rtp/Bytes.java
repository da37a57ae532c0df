package dev.belfry.rtc.rtp;

/** Numbers in network byte order. The caller has checked the bounds. */
final class Bytes {
    private Bytes() {}

    static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    static int u16(byte[] bytes, int at) {
        return (u8(bytes, at) << 8) | u8(bytes, at + 1);
    }

    static int u24(byte[] bytes, int at) {
        return (u16(bytes, at) << 8) | u8(bytes, at + 2);
    }

    static long u32(byte[] bytes, int at) {
        return ((long) u16(bytes, at) << 16) | u16(bytes, at + 2);
    }

    static long i64(byte[] bytes, int at) {
        return (u32(bytes, at) << 32) | u32(bytes, at + 4);
    }

    static void put16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    static void put24(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 16);
        put16(bytes, at + 1, value);
    }

    static void put32(byte[] bytes, int at, long value) {
        put16(bytes, at, (int) (value >> 16));
        put16(bytes, at + 2, (int) value);
    }

    static void put64(byte[] bytes, int at, long value) {
        put32(bytes, at, value >> 32);
        put32(bytes, at + 4, value);
    }
}
