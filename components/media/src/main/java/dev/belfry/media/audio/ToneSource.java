package dev.belfry.media.audio;

import dev.belfry.frame.AudioFrame;

/** A sine, or with no frequency silence. */
final class ToneSource implements AudioSource {
    private static final double AMPLITUDE = 8192;

    private final Pacer pacer = new Pacer();
    private final double step;
    private double phase;

    ToneSource(double hertz) {
        this.step = 2 * Math.PI * hertz / AudioFrame.RATE;
    }

    @Override
    public boolean read(PcmFrame frame) {
        if (!pacer.await()) {
            return false;
        }
        short[] samples = frame.samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(AMPLITUDE * Math.sin(phase));
            phase += step;
        }
        phase %= 2 * Math.PI;
        frame.setCaptureNanos(System.nanoTime());
        return true;
    }

    @Override
    public void close() {
        pacer.close();
    }
}
