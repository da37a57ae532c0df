package dev.belfry.rtc.rtcp;

import dev.belfry.rtc.packet.Bytes;

/** Writes transport-wide feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1). */
final class TransportFeedbackWriter {
    private static final int MAX_PACKETS = 2048;
    private static final int MAX_RUN = 0x1FFF;
    private static final int SMALL_ONLY_VECTOR = 14;
    private static final int VECTOR = 7;

    private final byte[] symbols = new byte[MAX_PACKETS];
    private final short[] deltas = new short[MAX_PACKETS];
    private final short[] chunks = new short[MAX_PACKETS / VECTOR + 1];
    private int count;
    private int chunkCount;
    private int bytesNeeded;
    private long reference;

    /**
     * Chooses how many packets to tell of, so that they fit.
     *
     * @return how many
     */
    int prepare(long[] arrivals, int packets, int room) {
        int usable = toDeltas(arrivals, Math.min(packets, MAX_PACKETS));
        count = 0;
        chunkCount = 0;
        int needed = TransportFeedbackReader.FIXED;
        int most = room / 4 * 4;
        while (count < usable) {
            int inChunk = fitting(count, chunkLength(count, usable), most - needed - 2);
            if (inChunk == 0) {
                break;
            }
            needed += 2 + deltaBytes(count, inChunk);
            chunks[chunkCount++] = (short) chunk(count, inChunk);
            count += inChunk;
        }
        bytesNeeded = needed;
        return count;
    }

    int size() {
        return padded(bytesNeeded);
    }

    void write(byte[] bytes, int start, int baseSequence, int feedbackNumber) {
        Bytes.put16(bytes, start, baseSequence);
        Bytes.put16(bytes, start + 2, count);
        Bytes.put24(bytes, start + 4, (int) reference);
        bytes[start + 7] = (byte) feedbackNumber;
        int at = start + TransportFeedbackReader.FIXED;
        for (int i = 0; i < chunkCount; i++, at += 2) {
            Bytes.put16(bytes, at, chunks[i]);
        }
        for (int i = 0; i < count; i++) {
            if (symbols[i] == TransportFeedbackReader.SMALL) {
                bytes[at++] = (byte) deltas[i];
            } else if (symbols[i] == TransportFeedbackReader.LARGE) {
                Bytes.put16(bytes, at, deltas[i]);
                at += 2;
            }
        }
        while (at < start + size()) {
            bytes[at++] = 0;
        }
    }

    /** Fills symbols and deltas; returns for how many packets before the first whose delta is too large. */
    private int toDeltas(long[] arrivals, int packets) {
        boolean first = true;
        long ticks = 0;
        reference = 0;
        for (int i = 0; i < packets; i++) {
            symbols[i] = TransportFeedbackReader.MISSING;
            if (arrivals[i] == Long.MIN_VALUE) {
                continue;
            }
            if (first) {
                reference = Math.floorDiv(arrivals[i], TransportFeedbackReader.REFERENCE_MICROS);
                ticks = reference * TransportFeedbackReader.REFERENCE_MICROS / TransportFeedbackReader.TICK_MICROS;
                first = false;
            }
            // from the whole time, not from the delta before: roundings must not add up
            long now = Math.floorDiv(arrivals[i], TransportFeedbackReader.TICK_MICROS);
            long delta = now - ticks;
            if (delta != (short) delta) {
                return i;
            }
            symbols[i] = (byte)
                    (delta >= 0 && delta <= 0xFF ? TransportFeedbackReader.SMALL : TransportFeedbackReader.LARGE);
            deltas[i] = (short) delta;
            ticks = now;
        }
        return packets;
    }

    /** Returns how many packets from here the next chunk stands for. */
    private int chunkLength(int from, int to) {
        int run = 1;
        while (run < MAX_RUN && from + run < to && symbols[from + run] == symbols[from]) {
            run++;
        }
        if (run >= SMALL_ONLY_VECTOR || from + run == to) {
            return run;
        }
        int end = Math.min(to, from + SMALL_ONLY_VECTOR);
        for (int i = from; i < end; i++) {
            if (symbols[i] == TransportFeedbackReader.LARGE) {
                return Math.max(run, Math.min(VECTOR, to - from));
            }
        }
        return end - from;
    }

    /** Returns for how many packets a chunk may stand so that its deltas fit: a run can be cut, a vector cannot. */
    private int fitting(int from, int length, int free) {
        if (free >= 0 && deltaBytes(from, length) <= free) {
            return length;
        }
        return free > 0 && isRun(from, length) ? free / symbols[from] : 0;
    }

    private int chunk(int from, int length) {
        if (isRun(from, length)) {
            return (symbols[from] << 13) | length;
        }
        boolean ofSeven = length <= VECTOR;
        int chunk = ofSeven ? 0b11 << 14 : 0b10 << 14;
        for (int i = 0; i < length; i++) {
            chunk |= symbols[from + i] << (ofSeven ? 12 - 2 * i : 13 - i);
        }
        return chunk;
    }

    private boolean isRun(int from, int length) {
        for (int i = from + 1; i < from + length; i++) {
            if (symbols[i] != symbols[from]) {
                return false;
            }
        }
        return true;
    }

    private int deltaBytes(int from, int length) {
        int bytes = 0;
        for (int i = from; i < from + length; i++) {
            bytes += symbols[i];
        }
        return bytes;
    }

    private static int padded(int size) {
        return (size + 3) / 4 * 4;
    }
}
