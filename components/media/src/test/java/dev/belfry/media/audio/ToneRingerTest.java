package dev.belfry.media.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.Call;
import dev.belfry.call.CallType;
import dev.belfry.call.User;
import dev.belfry.testkit.Calls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToneRingerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Call CALL =
            Calls.ringing("session", User.of("alice", "Alice"), User.of("bob", "Bob"), CallType.AUDIO);

    @TempDir
    Path directory;

    @Test
    void soundsUntilItIsStopped() throws Exception {
        Path wav = directory.resolve("ring.wav");
        try (ToneRinger ringer = new ToneRinger(new AudioSinkSpec.WavFile(wav))) {
            ringer.ring(CALL);
            await().atMost(PATIENCE).until(() -> size(wav) > 30_000);
            ringer.stop();
            long stopped = size(wav);
            assertThat(stopped).isGreaterThan(30_000);
        }
        assertThat(size(wav)).isLessThan(3_000_000);
        assertThat(threads()).isZero();
        byte[] bytes = Files.readAllBytes(wav);
        assertThat(Arrays.copyOfRange(bytes, 1000, 20_000)).isNotEqualTo(new byte[19_000]);
    }

    @Test
    void isSilentWhereThereIsNoLoudspeaker() {
        try (ToneRinger ringer = new ToneRinger(new AudioSinkSpec.Speaker("none"))) {
            ringer.ringback(CALL);
            ringer.callWaiting(CALL);
            ringer.stop();
            assertThat(threads()).isEqualTo(1);
        }
        assertThat(threads()).isZero();
    }

    @Test
    void hasNoThreadBeforeItsFirstSoundAndNoneAfterItsLast() {
        ToneRinger ringer = new ToneRinger(new AudioSinkSpec.Discard());
        assertThat(threads()).isZero();
        ringer.ring(CALL);
        assertThat(threads()).isEqualTo(1);
        ringer.close();
        ringer.ring(CALL);
        assertThat(threads()).isZero();
    }

    @Test
    void everyToneRepeatsWithoutAClick() {
        for (RingTone tone : RingTone.values()) {
            short[] samples = tone.samples();
            assertThat(samples.length % PcmFrame.SAMPLES).as("%s", tone).isZero();
            assertThat(Math.abs(samples[0])).as("%s begins", tone).isLessThan((short) 50);
            assertThat(Math.abs(samples[samples.length - 1]))
                    .as("%s ends", tone)
                    .isLessThan((short) 50);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("belfry-ringer"))
                .count();
    }

    private static long size(Path path) throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }
}
