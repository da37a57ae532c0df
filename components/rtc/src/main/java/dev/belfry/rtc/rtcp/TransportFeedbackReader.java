package dev.belfry.rtc.rtcp;

import dev.belfry.rtc.packet.Bytes;

/** Reads transport-wide feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1). */
final class TransportFeedbackReader {
    static final int FIXED = 8;
    static final int TICK_MICROS = 250;
    static final int REFERENCE_MICROS = 64_000;

    static final int MISSING = 0;
    static final int SMALL = 1;
    static final int LARGE = 2;
    static final int RESERVED = 3;

    private static final long CLOCK_MICROS = (1L << 24) * REFERENCE_MICROS;

    private TransportFeedbackReader() {}

    static boolean read(byte[] bytes, int start, int end, long sender, long media, RtcpHandler handler) {
        if (end - start < FIXED) {
            return false;
        }
        int count = Bytes.u16(bytes, start + 2);
        int deltas = deltasAt(bytes, start + FIXED, end, count);
        if (count == 0 || deltas < 0) {
            return false;
        }
        int base = Bytes.u16(bytes, start);
        handler.transportFeedback(sender, media, base, count, Bytes.u8(bytes, start + 7));
        tell(bytes, start, deltas, handler);
        return true;
    }

    /** Returns where the deltas begin, after all chunks, or -1 if they do not fit or a symbol has no meaning. */
    private static int deltasAt(byte[] bytes, int start, int end, int count) {
        int at = start;
        int deltaBytes = 0;
        int told = 0;
        while (told < count) {
            if (end - at < 2) {
                return -1;
            }
            int chunk = Bytes.u16(bytes, at);
            int inChunk = Math.min(symbols(chunk), count - told);
            for (int i = 0; i < inChunk; i++) {
                int symbol = symbol(chunk, i);
                if (symbol == RESERVED) {
                    return -1;
                }
                deltaBytes += deltaSize(symbol);
            }
            told += inChunk;
            at += 2;
        }
        return end - at < deltaBytes ? -1 : at;
    }

    private static void tell(byte[] bytes, int start, int deltas, RtcpHandler handler) {
        int base = Bytes.u16(bytes, start);
        int count = Bytes.u16(bytes, start + 2);
        long time = (long) Bytes.u24(bytes, start + 4) * REFERENCE_MICROS;
        int chunkAt = start + FIXED;
        int deltaAt = deltas;
        int told = 0;
        while (told < count) {
            int chunk = Bytes.u16(bytes, chunkAt);
            chunkAt += 2;
            int inChunk = Math.min(symbols(chunk), count - told);
            for (int i = 0; i < inChunk; i++) {
                int symbol = symbol(chunk, i);
                int sequence = (base + told + i) & 0xFFFF;
                if (symbol == MISSING) {
                    handler.packetMissing(sequence);
                } else {
                    int delta = symbol == SMALL ? Bytes.u8(bytes, deltaAt) : Bytes.i16(bytes, deltaAt);
                    deltaAt += deltaSize(symbol);
                    time += (long) delta * TICK_MICROS;
                    handler.packetReceived(sequence, Math.floorMod(time, CLOCK_MICROS));
                }
            }
            told += inChunk;
        }
    }

    /** Returns for how many packets a chunk stands at most (sections 3.1.3 and 3.1.4). */
    private static int symbols(int chunk) {
        if (chunk >> 15 == 0) {
            return chunk & 0x1FFF;
        }
        return ((chunk >> 14) & 1) == 0 ? 14 : 7;
    }

    private static int symbol(int chunk, int index) {
        if (chunk >> 15 == 0) {
            return (chunk >> 13) & 3;
        }
        return ((chunk >> 14) & 1) == 0 ? (chunk >> (13 - index)) & 1 : (chunk >> (12 - 2 * index)) & 3;
    }

    private static int deltaSize(int symbol) {
        return switch (symbol) {
            case SMALL -> 1;
            case LARGE -> 2;
            default -> 0;
        };
    }
}
