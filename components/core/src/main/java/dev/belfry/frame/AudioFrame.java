package dev.belfry.frame;

/**
 * A stretch of sound: 48 kHz, signed 16 bit, one channel.
 *
 * @since 0.1
 */
public abstract class AudioFrame extends Releasable {
    /** Samples a second. */
    public static final int RATE = 48_000;

    /** Returns the samples; {@link #length()} of them count. */
    public abstract short[] samples();

    /** Returns how many samples there are, 480 for 10 ms. */
    public abstract int length();

    /** Returns when the first sample was taken, on the clock of {@link System#nanoTime()}. */
    public abstract long captureNanos();
}
