package dev.belfry.media.audio;

import dev.belfry.frame.AudioFrame;

/** Sounds of a telephone, one period of each, synthesised as struck notes or steady tones. */
enum RingTone {
    /** Three rising notes, twice, then a pause. */
    RING(3.0) {
        @Override
        void compose(double[] sound) {
            double[] notes = {659.26, 830.61, 987.77};
            for (int i = 0; i < 6; i++) {
                strike(sound, 0.18 * i + (i < 3 ? 0 : 0.26), notes[i % 3], 0.35);
            }
        }
    },
    /** Two soft strokes, then a long pause. */
    CALL_WAITING(4.0) {
        @Override
        void compose(double[] sound) {
            strike(sound, 0, 440, 0.12);
            strike(sound, 0.3, 440, 0.12);
        }
    },
    /** 425 Hz, one second in five: the tone of most of Europe (ITU-T E.180 supplement 2). */
    RINGBACK(5.0) {
        @Override
        void compose(double[] sound) {
            steady(sound, 1.0, 425, 0.1);
        }
    };

    private static final double FADE_SECONDS = 0.008;
    private static final double DECAY = 7;

    private final double seconds;

    RingTone(double seconds) {
        this.seconds = seconds;
    }

    abstract void compose(double[] sound);

    /** Returns one period, to be repeated; a whole number of frames. */
    short[] samples() {
        double[] sound = new double[(int) (seconds * AudioFrame.RATE)];
        compose(sound);
        short[] samples = new short[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(Math.max(-1, Math.min(1, sound[i])) * Short.MAX_VALUE);
        }
        return samples;
    }

    private static void strike(double[] sound, double at, double hertz, double loudness) {
        int begin = (int) (at * AudioFrame.RATE);
        for (int i = begin; i < sound.length; i++) {
            double t = (double) (i - begin) / AudioFrame.RATE;
            double envelope = Math.min(1, t / FADE_SECONDS) * Math.exp(-DECAY * t);
            double angle = 2 * Math.PI * hertz * t;
            double overtones = 0.25 * Math.sin(2 * angle) + 0.1 * Math.sin(4 * angle) * Math.exp(-DECAY * t);
            sound[i] += loudness * envelope * (Math.sin(angle) + overtones);
        }
    }

    private static void steady(double[] sound, double length, double hertz, double loudness) {
        int end = (int) (length * AudioFrame.RATE);
        for (int i = 0; i < end; i++) {
            double t = (double) i / AudioFrame.RATE;
            double envelope = Math.min(1, Math.min(t, length - t) / FADE_SECONDS);
            sound[i] += loudness * envelope * Math.sin(2 * Math.PI * hertz * t);
        }
    }
}
