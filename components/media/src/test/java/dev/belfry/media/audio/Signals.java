package dev.belfry.media.audio;

import dev.belfry.frame.AudioFrame;
import java.util.Arrays;

/** Sounds to test with. */
final class Signals {
    private Signals() {}

    /** A sine at a quarter of full scale. */
    static short[] tone(double hertz, int frames) {
        short[] samples = new short[frames * PcmFrame.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8192 * Math.sin(2 * Math.PI * hertz * i / AudioFrame.RATE));
        }
        return samples;
    }

    /** Something like a vowel: harmonics of a voice whose pitch glides, in syllables. */
    static short[] voice(int frames) {
        short[] samples = new short[frames * PcmFrame.SAMPLES];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            double seconds = (double) i / AudioFrame.RATE;
            phase += 2 * Math.PI * (130 + 30 * Math.sin(2 * Math.PI * 1.3 * seconds)) / AudioFrame.RATE;
            double sum = 0;
            for (int harmonic = 1; harmonic <= 12; harmonic++) {
                sum += Math.sin(harmonic * phase) / harmonic;
            }
            double loudness = 0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * seconds);
            samples[i] = (short) (6000 * loudness * sum);
        }
        return samples;
    }

    /** A frame with the samples of one of a sound's frames. */
    static PcmFrame frame(AudioFramePool pool, short[] sound, int index) {
        PcmFrame frame = pool.take();
        System.arraycopy(sound, index * PcmFrame.SAMPLES, frame.samples(), 0, PcmFrame.SAMPLES);
        return frame;
    }

    static PcmFrame constant(AudioFramePool pool, int value) {
        PcmFrame frame = pool.take();
        Arrays.fill(frame.samples(), (short) value);
        return frame;
    }
}
