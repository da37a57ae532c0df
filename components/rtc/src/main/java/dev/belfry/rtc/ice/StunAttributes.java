package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Bytes;

/**
 * Whether ice4j reads a message's attributes without stumbling: those it knows have the length their RFC says, and there
 * are none that have no place in a check or its answer. A peer that has the credentials may still be hostile.
 */
final class StunAttributes {
    private static final int MAPPED_ADDRESS = 0x0001;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int ERROR_CODE = 0x0009;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int PRIORITY = 0x0024;
    private static final int USE_CANDIDATE = 0x0025;
    private static final int FIRST_OPTIONAL = 0x8000;
    private static final int ALTERNATE_SERVER = 0x8023;
    private static final int FINGERPRINT = 0x8028;
    private static final int ICE_CONTROLLED = 0x8029;
    private static final int ICE_CONTROLLING = 0x802A;
    private static final int MAX_USERNAME = 513;

    private StunAttributes() {}

    /** Looks at a message that is well formed. */
    static boolean areSafe(byte[] bytes, int offset, int length) {
        for (int at = offset + StunBytes.HEADER; at < offset + length; at = StunBytes.next(bytes, at)) {
            if (!isSafe(bytes, at)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSafe(byte[] bytes, int at) {
        int type = Bytes.u16(bytes, at);
        int length = StunBytes.valueLength(bytes, at);
        return switch (type) {
            case USERNAME -> length > 0 && length <= MAX_USERNAME;
            case MESSAGE_INTEGRITY -> length == 20;
            case ERROR_CODE -> length >= 4 && isErrorCode(bytes, StunBytes.valueAt(at), length);
            case MAPPED_ADDRESS, XOR_MAPPED_ADDRESS -> length >= 8 && isAddress(bytes, StunBytes.valueAt(at), length);
            case PRIORITY -> length == 4 && isPriority(bytes, StunBytes.valueAt(at));
            case USE_CANDIDATE -> length == 0;
            case FINGERPRINT -> length == 4;
            case ICE_CONTROLLED, ICE_CONTROLLING -> length == 8;
            case ALTERNATE_SERVER -> false;
            default -> type >= FIRST_OPTIONAL;
        };
    }

    /** With a reason in ASCII: ice4j loses its place in the message over one that is not UTF-8. */
    private static boolean isErrorCode(byte[] bytes, int value, int length) {
        for (int at = value + 4; at < value + length; at++) {
            if (bytes[at] < ' ') {
                return false;
            }
        }
        int errorClass = bytes[value + 2]; // with its reserved bits, which ice4j does not mask
        return errorClass >= 3 && errorClass <= 6 && bytes[value + 3] >= 0 && bytes[value + 3] < 100;
    }

    private static boolean isAddress(byte[] bytes, int value, int length) {
        int family = bytes[value + 1];
        return (family == 1 && length == 8) || (family == 2 && length == 20 && !isMapped(bytes, value + 4));
    }

    /**
     * Whether an IPv6 address stands for one of IPv4 (RFC 4291 section 2.5.5.2). To Java it is one of IPv4 then, and ice4j
     * loses its place in the message over one that is so short.
     */
    private static boolean isMapped(byte[] bytes, int address) {
        for (int at = address; at < address + 10; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return Bytes.u16(bytes, address + 10) == 0xFFFF;
    }

    /** From 1 to 2^31 - 1 (RFC 8445 section 5.1.2). */
    private static boolean isPriority(byte[] bytes, int value) {
        return bytes[value] >= 0 && (Bytes.u16(bytes, value) | Bytes.u16(bytes, value + 2)) != 0;
    }
}
