package dev.belfry.engine;

import dev.belfry.media.audio.Correlation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges what was recorded of a tone. */
final class Tones {
    private static final int LENGTH = 14_400;
    private static final int HEADER_BYTES = 44;

    private Tones() {}

    /** The best correlation of 300 ms in a row: a busy machine may tear holes into the rest. */
    static double clearestStretch(Path wav, double hertz) throws IOException {
        return stretches(wav, hertz).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(-1);
    }

    /** The correlations of all stretches of 300 ms, every 100 ms. */
    static List<Double> stretches(Path wav, double hertz) throws IOException {
        short[] heard = samples(wav);
        short[] sent = tone(hertz);
        List<Double> stretches = new ArrayList<>();
        for (int from = 0; from + LENGTH <= heard.length; from += 4_800) {
            stretches.add(Correlation.best(sent, heard, from, LENGTH, from - 96, from));
        }
        return stretches;
    }

    private static short[] samples(Path wav) throws IOException {
        byte[] bytes = Files.readAllBytes(wav);
        short[] samples = new short[(bytes.length - HEADER_BYTES) / 2];
        ByteBuffer.wrap(bytes, HEADER_BYTES, samples.length * 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        return samples;
    }

    private static short[] tone(double hertz) {
        short[] tone = new short[48_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (8192 * Math.sin(2 * Math.PI * hertz * i / 48_000));
        }
        return tone;
    }
}
