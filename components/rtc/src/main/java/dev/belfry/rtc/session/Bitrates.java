package dev.belfry.rtc.session;

/**
 * How much a connection may send and receive, in bits a second, all streams together.
 *
 * @param min never less is asked of the encoders
 * @param start before the peer has told what it can take
 * @param max never more is sent
 * @param maxReceived the peer is asked never to send more; {@link #NO_LIMIT} to ask nothing
 * @since 0.1
 */
public record Bitrates(long min, long start, long max, long maxReceived) {
    /** Stands for no limit to what is received. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    /** From 100 kbit/s to 2.5 Mbit/s, beginning at 300 kbit/s; what is received has no limit. */
    public static final Bitrates USUAL = new Bitrates(100_000, 300_000, 2_500_000);

    public Bitrates {
        if (min <= 0 || start < min || max < start) {
            throw new IllegalArgumentException("0 < min <= start <= max: " + min + ", " + start + ", " + max);
        }
        if (maxReceived <= 0) {
            throw new IllegalArgumentException("0 < maxReceived: " + maxReceived);
        }
    }

    /** Creates rates without a limit to what is received. */
    public Bitrates(long min, long start, long max) {
        this(min, start, max, NO_LIMIT);
    }

    /** Returns these rates with a limit to what is received. */
    public Bitrates withMaxReceived(long bitsPerSecond) {
        return new Bitrates(min, start, max, bitsPerSecond);
    }
}
