package dev.belfry.demo.headless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.AudioFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundMeterTest {
    private final short[] said = Speech.make(5, 7);

    @Test
    void the_same_sound_later_and_softer_is_alike() {
        short[] heard = new short[said.length];
        int delay = 12_345;
        for (int i = delay; i < heard.length; i++) {
            heard[i] = (short) (said[i - delay] / 3);
        }
        assertThat(SoundMeter.correlation(said, heard)).isGreaterThan(0.99);
    }

    @Test
    void a_part_from_the_middle_is_alike() {
        assertThat(SoundMeter.correlation(said, Arrays.copyOfRange(said, 70_000, 180_000)))
                .isGreaterThan(0.99);
    }

    @Test
    void somebody_else_is_not_alike() {
        assertThat(SoundMeter.correlation(said, Speech.make(5, 8))).isLessThan(0.6);
    }

    @Test
    void noise_over_the_sound_is_less_alike() {
        Random random = new Random(3);
        short[] noisy = said.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (short) (6000 * random.nextGaussian());
        }
        assertThat(SoundMeter.correlation(said, noisy)).isLessThan(0.9);
    }

    @Test
    void silence_proves_nothing() {
        assertThat(SoundMeter.correlation(said, new short[5 * AudioFrame.RATE])).isNaN();
    }

    @Test
    void sound_survives_its_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("said.wav");
        Speech.write(said, file);
        assertThat(Speech.read(file)).isEqualTo(said);
    }
}
