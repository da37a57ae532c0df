package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.spi.MediaStats;
import dev.belfry.frame.Codec;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call as people make them: both ways, 1280x720 at 30 pictures a second, with sound. */
class TwoWayCallTest {
    private static final int PICTURES = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalTransports network = new LocalTransports();

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    @Timeout(120)
    void picturesAndSoundGoBothWaysInTime(Codec codec) throws Exception {
        Path atAlice = directory.resolve("alice.wav");
        Path atBob = directory.resolve("bob.wav");
        try (PictureRecorder toBob = new PictureRecorder();
                PictureRecorder toAlice = new PictureRecorder();
                Side alice = new Side("alice", builder(codec, 500, atAlice));
                Side bob = new Side("bob", builder(codec, 700, atBob))) {
            bob.session.remoteVideo("alice").addSink(toBob.arrival);
            alice.session.remoteVideo("bob").addSink(toAlice.arrival);
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> toBob.count() >= PICTURES && toAlice.count() >= PICTURES);
            alice.hangUp();
            bob.hangUp();
            assertThat(toBob.latency(0.5)).isLessThan(100);
            assertThat(toAlice.latency(0.5)).isLessThan(100);
            assertThat(alice.errors).isEmpty();
            assertThat(bob.errors).isEmpty();
            MediaStats sent = alice.session.stats();
            assertThat(sent.framesEncoded())
                    .isGreaterThanOrEqualTo(bob.session.stats().framesDecoded());
            assertThat(alice.engine.resources()).isEqualTo(Resources.NONE);
            assertThat(bob.engine.resources()).isEqualTo(Resources.NONE);
        }
        assertThat(Tones.clearestStretch(atAlice, 700)).isGreaterThan(0.9);
        assertThat(Tones.clearestStretch(atBob, 500)).isGreaterThan(0.9);
    }

    private LiveMediaEngine.Builder builder(Codec codec, double hertz, Path heard) {
        return LiveMediaEngine.builder(network)
                .camera(new VideoSourceSpec.Pattern(1280, 720, 30))
                .microphone(new AudioSourceSpec.Tone(hertz))
                .speaker(new AudioSinkSpec.WavFile(heard))
                .videoCodec(codec);
    }
}
