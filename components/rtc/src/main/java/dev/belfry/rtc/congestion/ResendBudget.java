package dev.belfry.rtc.congestion;

/**
 * Says which packets to resend when the other side misses them: each at most once in a round-trip time, and all together
 * no more than a fifth of what is sent. A peer that asks for everything again and again gains nothing by it. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class ResendBudget {
    private static final double SHARE = 0.2;
    private static final long WINDOW_NANOS = 1_000_000_000;
    private static final int LEAST_CAPACITY = 3000;
    private static final long UNKNOWN_ROUND_TRIP_NANOS = 100_000_000;
    private static final long SHORTEST_NANOS = 5_000_000;
    private static final int REMEMBERED = 2048;

    private final RoundTripTime roundTrip;
    private final RateMeter sent = new RateMeter(WINDOW_NANOS);
    private final long[] keys = new long[REMEMBERED];
    private final long[] times = new long[REMEMBERED];
    private double credit = LEAST_CAPACITY;
    private long refused;

    /** Creates a budget for all streams of one connection. */
    public ResendBudget(RoundTripTime roundTrip) {
        this.roundTrip = roundTrip;
    }

    /** Counts a packet that was sent for the first time. */
    public void sent(int bytes, long now) {
        sent.add(bytes, now);
        credit = Math.min(credit + SHARE * bytes, Math.max(LEAST_CAPACITY, SHARE * sent.bytes(now)));
    }

    /**
     * Returns whether a packet may be resent, and if so counts it.
     *
     * @param ssrc the stream, unsigned 32 bits
     * @param sequence the number under which it was sent first, 16 bits
     */
    public boolean allows(long ssrc, int sequence, int bytes, long now) {
        // never zero, which marks a free place
        long key = (ssrc << 17) | ((sequence & 0xFFFFL) << 1) | 1;
        int at = (int) ((ssrc * 31 + sequence) & (REMEMBERED - 1));
        long once = Math.max(SHORTEST_NANOS, roundTrip.nanos(UNKNOWN_ROUND_TRIP_NANOS));
        boolean justResent = keys[at] == key && now - times[at] < once;
        if (justResent || credit < bytes) {
            refused++;
            return false;
        }
        credit -= bytes;
        keys[at] = key;
        times[at] = now;
        return true;
    }

    /** Returns how many resends were refused. */
    public long refused() {
        return refused;
    }
}
