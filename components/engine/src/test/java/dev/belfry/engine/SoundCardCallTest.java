package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.testkit.VirtualSoundCard;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class SoundCardCallTest {
    @TempDir
    Path directory;

    @Test
    @Timeout(150)
    void aCallOutlivesItsSoundCardAndTakesItBack() throws Exception {
        VirtualSoundCard card = new VirtualSoundCard(directory);
        Process probe = card.java(SoundCardCallProbe.class)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = probe.inputReader();
                BufferedWriter commands = probe.outputWriter()) {
            assertThat(output.readLine()).isEqualTo("bob hears himself through the card");
            card.close();
            say(commands, "the card is gone");
            assertThat(output.readLine()).isEqualTo("errors=[ERR_MICROPHONE_LOST, ERR_SPEAKER_LOST]");
            card = new VirtualSoundCard(directory);
            say(commands, "the card is back");
            List<String> rest = new ArrayList<>();
            output.lines().forEach(rest::add);
            assertThat(rest)
                    .containsExactly(
                            "bob hears himself again", "errors=[ERR_MICROPHONE_LOST, ERR_SPEAKER_LOST]", "left=true");
            assertThat(probe.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            probe.destroyForcibly();
            card.close();
        }
    }

    private static void say(BufferedWriter commands, String line) throws IOException {
        commands.write(line);
        commands.newLine();
        commands.flush();
    }
}
