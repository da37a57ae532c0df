package dev.belfry.media.audio;

import dev.belfry.frame.AudioFrame;
import java.util.Arrays;

/**
 * 20 ms of sound that can be filled, from an {@link AudioFramePool}. For one thread at a time while it is filled.
 *
 * @since 0.1
 */
public final class PcmFrame extends AudioFrame {
    /** Samples in a frame. */
    public static final int SAMPLES = RATE / 50;

    /** Nanoseconds of sound in a frame. */
    public static final long NANOS = 20_000_000;

    private final AudioFramePool pool;
    private final short[] samples = new short[SAMPLES];
    private long captureNanos;

    PcmFrame(AudioFramePool pool) {
        this.pool = pool;
    }

    @Override
    public short[] samples() {
        return samples;
    }

    @Override
    public int length() {
        return SAMPLES;
    }

    @Override
    public long captureNanos() {
        return captureNanos;
    }

    /** Says when the first sample was taken; for the one who fills the frame. */
    public void setCaptureNanos(long nanos) {
        this.captureNanos = nanos;
    }

    /** Makes the frame silent; for the one who fills it. */
    public void silence() {
        Arrays.fill(samples, (short) 0);
    }

    @Override
    protected void recycle() {
        pool.giveBack(this);
    }

    void reuse() {
        revive();
    }
}
