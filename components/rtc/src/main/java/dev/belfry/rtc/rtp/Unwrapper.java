package dev.belfry.rtc.rtp;

/**
 * Turns numbers that wrap into ones that do not: each is taken to be the one nearest to that before it, forwards or
 * backwards, as RFC 3550 appendix A.1 counts cycles. Results start with the first number as it is, and fall below zero
 * if a number from before the first wrap comes late. Not thread-safe.
 *
 * @since 0.1
 */
public final class Unwrapper {
    private final long modulus;
    private long last;
    private boolean started;

    private Unwrapper(int bits) {
        modulus = 1L << bits;
    }

    /** Returns one for sequence numbers, of 16 bits. */
    public static Unwrapper ofSequence() {
        return new Unwrapper(16);
    }

    /** Returns one for timestamps, of 32 bits. */
    public static Unwrapper ofTimestamp() {
        return new Unwrapper(32);
    }

    /** Returns the number without wraps, and remembers it as the one to compare the next with. */
    public long unwrap(long number) {
        last = peek(number);
        started = true;
        return last;
    }

    /** Returns the number without wraps, and remembers nothing. */
    public long peek(long number) {
        long value = number & (modulus - 1);
        if (!started) {
            return value;
        }
        long forward = (value - last) & (modulus - 1);
        return forward < modulus / 2 ? last + forward : last + forward - modulus;
    }
}
