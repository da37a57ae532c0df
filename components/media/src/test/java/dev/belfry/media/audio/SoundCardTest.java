package dev.belfry.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.testkit.VirtualSoundCard;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class SoundCardTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(90)
    void theMicrophoneHearsWhatTheLoudspeakerPlays() throws Exception {
        try (VirtualSoundCard card = new VirtualSoundCard(directory)) {
            Process probe =
                    card.java(SoundCardProbe.class).redirectErrorStream(true).start();
            List<String> output;
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(probe.getInputStream(), StandardCharsets.UTF_8))) {
                output = reader.lines().toList();
            }
            assertThat(probe.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(output).contains("microphones=1", "speakers=1");
            assertThat(output)
                    .last()
                    .satisfies(line -> assertThat(Double.parseDouble(line.replace("correlation=", "")))
                            .isGreaterThan(0.99));
        }
    }
}
