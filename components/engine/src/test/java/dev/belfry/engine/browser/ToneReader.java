package dev.belfry.engine.browser;

import dev.belfry.call.CallException;
import dev.belfry.frame.AudioFrame;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.media.audio.AudioFramePool;
import dev.belfry.media.audio.OpusDecoder;
import dev.belfry.media.audio.PcmFrame;
import dev.belfry.rtc.session.RemoteTrack;
import java.util.Arrays;

/** Decodes received sound and finds the tone in the latest fifth of a second. Decodes on one thread; is read on any. */
final class ToneReader {
    private static final int WINDOW = AudioFrame.RATE / 5;
    private static final int STEP_HERTZ = 10;
    private static final int MOST_HERTZ = 4000;

    private final RemoteTrack track;
    private final AudioFramePool sounds = new AudioFramePool();
    private final OpusDecoder decoder;
    private final short[] latest = new short[WINDOW];
    private int next;

    ToneReader(RemoteTrack track) {
        this.track = track;
        try {
            decoder = new OpusDecoder();
        } catch (CallException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Decodes a packet, and lets go of it. */
    void decode(EncodedFrame frame) {
        PcmFrame sound = sounds.take();
        try {
            decoder.decode(frame, sound);
            keep(sound);
        } catch (CallException e) {
            throw new IllegalStateException("sound cannot be decoded", e);
        } finally {
            sound.release();
            frame.release();
        }
    }

    /** Returns the strongest frequency. */
    Heard read() {
        short[] samples = samples();
        double[] levels = new double[MOST_HERTZ / STEP_HERTZ];
        int strongest = 1;
        for (int i = 1; i < levels.length; i++) {
            levels[i] = decibels(samples, i * STEP_HERTZ);
            if (levels[i] > levels[strongest]) {
                strongest = i;
            }
        }
        double level = levels[strongest];
        double[] sorted = Arrays.copyOfRange(levels, 1, levels.length);
        Arrays.sort(sorted);
        return new Heard(track.mid(), strongest * STEP_HERTZ, level, level - sorted[sorted.length / 2]);
    }

    private synchronized void keep(PcmFrame sound) {
        System.arraycopy(sound.samples(), 0, latest, next, sound.length());
        next = (next + sound.length()) % WINDOW;
    }

    private synchronized short[] samples() {
        short[] samples = new short[WINDOW];
        System.arraycopy(latest, next, samples, 0, WINDOW - next);
        System.arraycopy(latest, 0, samples, WINDOW - next, next);
        return samples;
    }

    /** Returns the level of a frequency by Goertzel's algorithm under a Hann window; -200 for silence. */
    private static double decibels(short[] samples, double hertz) {
        double factor = 2 * Math.cos(2 * Math.PI * hertz / AudioFrame.RATE);
        double before = 0;
        double last = 0;
        for (int i = 0; i < samples.length; i++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / samples.length);
            double now = samples[i] / 32768.0 * hann + factor * last - before;
            before = last;
            last = now;
        }
        double power =
                (last * last + before * before - factor * last * before) / (samples.length * samples.length / 16.0);
        return Math.max(10 * Math.log10(power), -200);
    }
}
