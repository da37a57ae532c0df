package dev.belfry.media.audio;

import dev.belfry.frame.AudioFrame;

/**
 * Tells how loud a stream is: from 0, at or below -60 dB of full scale, to 1, at full scale, linear in decibels. Rises
 * at once and falls within about 200 ms. For one thread.
 *
 * @since 0.1
 */
public final class LevelMeter {
    private static final double FLOOR_DB = -60;
    private static final double FALL = 0.8;
    private static final double FULL_SCALE = 32_768;

    private double level;

    /** Takes the next frame of the stream, and returns the level after it. */
    public double add(AudioFrame frame) {
        short[] samples = frame.samples();
        double sum = 0;
        for (int i = 0; i < frame.length(); i++) {
            sum += (double) samples[i] * samples[i];
        }
        double rms = Math.sqrt(sum / Math.max(1, frame.length())) / FULL_SCALE;
        double db = 20 * Math.log10(Math.max(rms, 1e-6));
        double now = Math.max(0, Math.min(1, 1 - db / FLOOR_DB));
        level = Math.max(now, level * FALL);
        return level;
    }

    /** Returns the level after the last frame. */
    public double level() {
        return level;
    }
}
