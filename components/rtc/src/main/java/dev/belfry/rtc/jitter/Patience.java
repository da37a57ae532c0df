package dev.belfry.rtc.jitter;

/** How long is waited for what, in nanoseconds: more where the other side is farther away. */
final class Patience {
    /** Packets this much out of order are not asked for again. */
    static final long REORDERING = 8_000_000;

    /** How often a packet is asked for. */
    static final int MAX_NACKS = 10;

    private static final long MIN_NACK_INTERVAL = 15_000_000;
    private static final long MIN_GIVE_UP = 200_000_000;
    private static final long MAX_GIVE_UP = 1_000_000_000;
    private static final long MIN_KEY_FRAME_INTERVAL = 100_000_000;

    private long roundTrip = 100_000_000;

    void roundTrip(long nanos) {
        roundTrip = Math.max(0, nanos);
    }

    /** Between two requests for a packet: the answer to the first had the time to come. */
    long nackInterval() {
        return Math.max(MIN_NACK_INTERVAL, roundTrip + roundTrip / 8);
    }

    /** Until a gap is taken to stay: time for a packet to be asked for three times. */
    long giveUp() {
        return Math.max(MIN_GIVE_UP, Math.min(MAX_GIVE_UP, 3 * nackInterval() + MIN_GIVE_UP / 4));
    }

    /** Between two requests for a key frame: the answer to the first had the time to come. */
    long keyFrameInterval() {
        return MIN_KEY_FRAME_INTERVAL + roundTrip;
    }
}
