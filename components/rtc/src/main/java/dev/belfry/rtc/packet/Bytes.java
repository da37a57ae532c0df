package dev.belfry.rtc.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers in network byte order in an array, at any index: read as {@code u16}, {@code i32} and so on, unsigned or
 * signed, and written as far as they fit.
 *
 * <p>Every method throws {@link IndexOutOfBoundsException} if the array does not have all the bytes.
 *
 * @since 0.1
 */
public final class Bytes {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    public static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    public static int u16(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xFFFF;
    }

    public static int i16(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at);
    }

    public static int u24(byte[] bytes, int at) {
        return (u8(bytes, at) << 16) | u16(bytes, at + 1);
    }

    public static int i32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    public static long u32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at) & 0xFFFF_FFFFL;
    }

    public static long i64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    public static void put16(byte[] bytes, int at, int value) {
        SHORT.set(bytes, at, (short) value);
    }

    public static void put24(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 16);
        put16(bytes, at + 1, value);
    }

    public static void put32(byte[] bytes, int at, long value) {
        INT.set(bytes, at, (int) value);
    }

    public static void put64(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }
}
