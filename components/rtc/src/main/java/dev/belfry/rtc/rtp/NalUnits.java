package dev.belfry.rtc.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where the units of an H.264 byte stream are, ITU-T H.264 annex B: between start codes of three bytes, zeros around them
 * not counted. Access unit delimiters and fillers are left out: RTP has no use for them.
 */
final class NalUnits {
    private static final int MAX_UNITS = 4096;
    private static final int DELIMITER = 9;
    private static final int FILLER = 12;
    private static final int LAST_PLAIN_TYPE = 23;

    private int[] starts = new int[16];
    private int[] lengths = new int[16];
    private int count;

    /**
     * Finds the units from the buffer's position to its limit.
     *
     * @return false if there is none, more than a frame may have, or one whose type is none of H.264's
     */
    boolean find(ByteBuffer data) {
        count = 0;
        int base = data.position();
        int end = data.limit();
        int unit = afterStartCode(data, base, end);
        while (unit < end) {
            int next = afterStartCode(data, unit, end);
            int last = next < end || endsInStartCode(data, unit, end) ? next - 3 : end;
            while (last > unit && data.get(last - 1) == 0) {
                last--;
            }
            if (last > unit && !add(data.get(unit) & 0x1f, unit - base, last - unit)) {
                return false;
            }
            unit = next;
        }
        return count > 0;
    }

    int count() {
        return count;
    }

    /** Returns where a unit starts, counted from where the data begins. */
    int start(int index) {
        return starts[index];
    }

    int length(int index) {
        return lengths[index];
    }

    private boolean add(int type, int start, int length) {
        if (type == DELIMITER || type == FILLER) {
            return true;
        }
        if (type == 0 || type > LAST_PLAIN_TYPE || count == MAX_UNITS) {
            return false;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            lengths = Arrays.copyOf(lengths, 2 * count);
        }
        starts[count] = start;
        lengths[count] = length;
        count++;
        return true;
    }

    /** Returns the index behind the first start code at or after {@code from}, or the end. */
    private static int afterStartCode(ByteBuffer data, int from, int end) {
        for (int i = from; i + 2 < end; i++) {
            if (data.get(i) == 0 && data.get(i + 1) == 0 && data.get(i + 2) == 1) {
                return i + 3;
            }
        }
        return end;
    }

    private static boolean endsInStartCode(ByteBuffer data, int from, int end) {
        return end - from >= 3 && data.get(end - 1) == 1 && data.get(end - 2) == 0 && data.get(end - 3) == 0;
    }
}
