package dev.belfry.engine.browser;

import dev.belfry.call.CallException;
import dev.belfry.frame.AudioFrame;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.media.audio.AudioFramePool;
import dev.belfry.media.audio.OpusEncoder;
import dev.belfry.media.audio.PcmFrame;
import dev.belfry.rtc.session.LocalTrack;

/** Sends a sine through Opus, 20 ms a run. For one thread. */
final class ToneSender implements Runnable {
    private final LocalTrack track;
    private final double step;
    private final OpusEncoder encoder;
    private final AudioFramePool sounds = new AudioFramePool();
    private double phase;

    ToneSender(LocalTrack track, double hertz, EncodedFramePool encoded) throws CallException {
        this.track = track;
        this.step = 2 * Math.PI * hertz / AudioFrame.RATE;
        this.encoder = new OpusEncoder(encoded);
    }

    @Override
    public void run() {
        PcmFrame sound = sounds.take();
        try {
            for (int i = 0; i < sound.length(); i++) {
                sound.samples()[i] = (short) Math.round(8192 * Math.sin(phase));
                phase += step;
            }
            phase %= 2 * Math.PI;
            sound.setCaptureNanos(System.nanoTime());
            EncodedFrame frame = encoder.encode(sound);
            track.send(frame);
            frame.release();
        } catch (CallException e) {
            throw new IllegalStateException("no sound can be sent", e);
        } finally {
            sound.release();
        }
    }
}
