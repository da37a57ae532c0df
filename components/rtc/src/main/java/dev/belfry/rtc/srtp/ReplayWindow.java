package dev.belfry.rtc.srtp;

import java.util.Arrays;

/**
 * Which of the latest packets have come, RFC 3711 section 3.3.2. Wide enough for the four seconds in which a late packet
 * of video may still be of use.
 */
final class ReplayWindow {
    static final int SIZE = 1024;

    private static final int WORD = 64;

    private final long[] seen = new long[SIZE / WORD];
    private long highest = -1;

    /** Returns the highest number that came, or -1 if none did. */
    long highest() {
        return highest;
    }

    /** Tells whether a packet of this number may be accepted. */
    boolean isNew(long index) {
        if (index > highest) {
            return true;
        }
        return index >= 0 && highest - index < SIZE && (seen[word(index)] & bit(index)) == 0;
    }

    /** Remembers a packet that proved genuine. */
    void add(long index) {
        if (index > highest) {
            forget(index);
            highest = index;
        }
        seen[word(index)] |= bit(index);
    }

    private void forget(long newHighest) {
        if (newHighest - highest >= SIZE) {
            Arrays.fill(seen, 0);
            return;
        }
        for (long index = highest + 1; index <= newHighest; index++) {
            seen[word(index)] &= ~bit(index);
        }
    }

    private static int word(long index) {
        return (int) (index / WORD % (SIZE / WORD));
    }

    private static long bit(long index) {
        return 1L << index % WORD;
    }
}
