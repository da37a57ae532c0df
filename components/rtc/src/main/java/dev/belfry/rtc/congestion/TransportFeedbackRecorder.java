package dev.belfry.rtc.congestion;

import dev.belfry.rtc.rtcp.RtcpWriter;
import java.util.Arrays;

/**
 * Remembers when packets with a transport-wide number came, and tells the other side
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01): every 100 ms, every 50 ms when there is much to tell. What it
 * remembers is bounded; whoever numbers packets wildly gets less feedback, nothing else. Not thread-safe.
 *
 * @since 0.1
 */
public final class TransportFeedbackRecorder {
    private static final int WINDOW = 2048;
    private static final int MANY = 25;
    private static final long INTERVAL_NANOS = 100_000_000;
    private static final long SHORT_INTERVAL_NANOS = 50_000_000;
    private static final long MISSING = Long.MIN_VALUE;
    private static final long NOTHING = Long.MAX_VALUE;

    /** When the packets came, in microseconds; that with a number n at n modulo the window. */
    private final long[] arrivals = new long[WINDOW];

    private final long[] inOrder = new long[WINDOW];
    private boolean started;
    /** The number of the first packet not told of, without wraps. */
    private long next;
    /** The number after the highest that came. */
    private long end;

    private int untold;
    private long oldestNanos = NOTHING;
    private int feedbackNumber;

    /** Creates an empty one. */
    public TransportFeedbackRecorder() {
        Arrays.fill(arrivals, MISSING);
    }

    /**
     * A packet came.
     *
     * @param transportSequence its transport-wide number, 16 bits
     * @param nanos when
     */
    public void received(int transportSequence, long nanos) {
        if (!started) {
            restart(transportSequence);
        }
        long number = end + (short) (transportSequence - (int) end);
        if (number >= end + WINDOW || number < end - WINDOW / 2) {
            restart(number);
        }
        while (end <= number) {
            arrivals[place(end)] = MISSING;
            end++;
        }
        next = Math.max(next, end - WINDOW);
        if (arrivals[place(number)] != MISSING) {
            return;
        }
        arrivals[place(number)] = Math.floorDiv(nanos, 1000L);
        next = Math.min(next, number);
        untold++;
        oldestNanos = Math.min(oldestNanos, nanos);
    }

    /** Returns when feedback is due, or {@link Long#MAX_VALUE} if there is nothing to tell. */
    public long dueNanos() {
        if (untold == 0) {
            return NOTHING;
        }
        return oldestNanos + (untold >= MANY ? SHORT_INTERVAL_NANOS : INTERVAL_NANOS);
    }

    /**
     * Writes feedback on what came since the last.
     *
     * @param sender this side's source, unsigned 32 bits
     * @param mediaSsrc one of the sources received
     * @return false if there is nothing to tell, or no room: what is left is told when called again, so call it with
     *     another packet until it is false
     */
    public boolean write(RtcpWriter writer, long sender, long mediaSsrc) {
        int count = (int) (end - next);
        if (untold == 0 || count == 0) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            inOrder[i] = arrivals[place(next + i)];
        }
        int told = writer.transportFeedback(sender, mediaSsrc, feedbackNumber, (int) next & 0xFFFF, inOrder, count);
        if (told == 0) {
            return false;
        }
        feedbackNumber = (feedbackNumber + 1) & 0xFF;
        next += told;
        if (next == end) {
            untold = 0;
            oldestNanos = NOTHING;
        }
        return true;
    }

    private void restart(long number) {
        Arrays.fill(arrivals, MISSING);
        started = true;
        next = number;
        end = number;
        untold = 0;
        oldestNanos = NOTHING;
    }

    private static int place(long number) {
        return (int) (number & (WINDOW - 1));
    }
}
