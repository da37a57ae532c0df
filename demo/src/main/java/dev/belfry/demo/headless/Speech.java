package dev.belfry.demo.headless;

import dev.belfry.frame.AudioFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound for a call without a microphone, and its way into and out of WAV files. */
final class Speech {
    private static final AudioFormat FORMAT = new AudioFormat(AudioFrame.RATE, 16, 1, true, false);
    private static final double LOUDEST = 9000;
    private static final int HARMONICS = 4;

    /** The pitch in hertz: above the hum that an encoder for voices filters out. */
    private static final double LOWEST = 160;

    private static final double RANGE = 160;

    private Speech() {}

    /**
     * Makes something like a voice: syllables of a gliding pitch with harmonics that fade as those of a voice do, by 12 dB an octave. No two stretches of it are
     * alike, so it can be aligned; the same seed gives the same sound.
     */
    static short[] make(int seconds, long seed) {
        Random random = new Random(seed);
        short[] samples = new short[seconds * AudioFrame.RATE];
        double phase = 0;
        int at = 0;
        while (at < samples.length) {
            int length = AudioFrame.RATE / 8 + random.nextInt(AudioFrame.RATE / 4);
            double from = LOWEST + RANGE * random.nextDouble();
            double to = LOWEST + RANGE * random.nextDouble();
            double loud = LOUDEST * (0.4 + 0.6 * random.nextDouble());
            for (int i = 0; i < length && at < samples.length; i++, at++) {
                double progress = (double) i / length;
                phase += 2 * Math.PI * (from + (to - from) * progress) / AudioFrame.RATE;
                samples[at] = (short) Math.round(loud * Math.sin(Math.PI * progress) * voice(phase));
            }
        }
        return samples;
    }

    private static double voice(double phase) {
        double sum = 0;
        for (int k = 1; k <= HARMONICS; k++) {
            sum += Math.sin(k * phase) / (k * k);
        }
        return sum / 1.5;
    }

    static void write(short[] samples, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        try (AudioInputStream stream =
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), FORMAT, samples.length)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }

    /** Reads a WAV file of 48 kHz, 16 bit, one channel. */
    static short[] read(Path file) throws IOException {
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(file.toFile())) {
            if (!stream.getFormat().matches(FORMAT)) {
                throw new IOException(file + " is " + stream.getFormat() + ", not " + FORMAT);
            }
            ShortBuffer samples = ByteBuffer.wrap(stream.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer();
            short[] all = new short[samples.remaining()];
            samples.get(all);
            return all;
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(file + " is no WAV file", e);
        }
    }
}
