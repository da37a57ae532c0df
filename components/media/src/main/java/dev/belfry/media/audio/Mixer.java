package dev.belfry.media.audio;

import dev.belfry.frame.AudioFrame;
import java.util.Arrays;

/**
 * Adds up several streams; what is too loud is clipped. For one thread.
 *
 * @since 0.1
 */
public final class Mixer {
    private final int[] sum = new int[PcmFrame.SAMPLES];

    /** Begins anew with silence. */
    public void clear() {
        Arrays.fill(sum, 0);
    }

    /** Adds 20 ms of a stream. */
    public void add(AudioFrame frame) {
        short[] samples = frame.samples();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += samples[i];
        }
    }

    /** Writes the sum into a frame. */
    public void mixInto(PcmFrame frame) {
        short[] samples = frame.samples();
        for (int i = 0; i < sum.length; i++) {
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum[i]));
        }
    }
}
