package dev.belfry.media.audio;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Run in a JVM with a sound card: plays a tone, listens, and prints how alike the two are. */
final class SoundCardProbe {
    private static final int FRAMES = 150;

    private SoundCardProbe() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("microphones=" + AudioDevices.microphones().size());
        System.out.println("speakers=" + AudioDevices.speakers().size());
        AudioFramePool pool = new AudioFramePool();
        short[] heard = new short[FRAMES * PcmFrame.SAMPLES];
        try (AudioSource microphone = AudioDevices.open(new AudioSourceSpec.Microphone(null));
                AudioSink speaker = AudioDevices.open(new AudioSinkSpec.Speaker(null))) {
            BlockingQueue<Exception> failure = new ArrayBlockingQueue<>(1);
            Thread player = new Thread(() -> play(pool, speaker, failure));
            player.start();
            PcmFrame frame = pool.take();
            for (int i = 0; i < FRAMES && microphone.read(frame); i++) {
                System.arraycopy(frame.samples(), 0, heard, i * PcmFrame.SAMPLES, PcmFrame.SAMPLES);
            }
            player.join();
            if (!failure.isEmpty()) {
                throw failure.take();
            }
        }
        short[] sent = tone(2 * PcmFrame.SAMPLES + 480);
        double worst = 1;
        for (int i = FRAMES / 3; i < FRAMES - 5; i += 10) {
            int from = i * PcmFrame.SAMPLES;
            short[] part = Arrays.copyOfRange(heard, from, from + PcmFrame.SAMPLES);
            worst = Math.min(worst, Correlation.best(sent, part, 0, part.length, -480, 0));
        }
        System.out.println("correlation=" + worst);
    }

    private static void play(AudioFramePool pool, AudioSink speaker, BlockingQueue<Exception> failure) {
        PcmFrame frame = pool.take();
        short[] tone = tone(PcmFrame.SAMPLES * FRAMES);
        try {
            for (int i = 0; i < FRAMES; i++) {
                System.arraycopy(tone, i * PcmFrame.SAMPLES, frame.samples(), 0, PcmFrame.SAMPLES);
                if (!speaker.write(frame)) {
                    return;
                }
            }
        } catch (Exception e) {
            failure.add(e);
        }
    }

    private static short[] tone(int length) {
        short[] tone = new short[length];
        for (int i = 0; i < length; i++) {
            tone[i] = (short) (8000 * Math.sin(2 * Math.PI * 500 * i / 48_000));
        }
        return tone;
    }
}
