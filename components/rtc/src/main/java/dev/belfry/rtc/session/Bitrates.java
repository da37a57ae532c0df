package dev.belfry.rtc.session;

/**
 * How much a connection may send, in bits a second, all streams together.
 *
 * @param min never less is asked of the encoders
 * @param start before the peer has told what it can take
 * @param max never more is sent
 * @since 0.1
 */
public record Bitrates(long min, long start, long max) {
    /** From 100 kbit/s to 2.5 Mbit/s, beginning at 300 kbit/s. */
    public static final Bitrates USUAL = new Bitrates(100_000, 300_000, 2_500_000);

    public Bitrates {
        if (min <= 0 || start < min || max < start) {
            throw new IllegalArgumentException("0 < min <= start <= max: " + min + ", " + start + ", " + max);
        }
    }
}
