package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.spi.PathStats;
import dev.belfry.engine.rtc.RtcTransports;
import dev.belfry.frame.Codec;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import dev.belfry.rtc.ice.IceNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls over real sockets of the loopback interface: negotiated, encrypted, both ways. */
@Timeout(120)
class RtcCallTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RtcTransports network =
            RtcTransports.builder().network(IceNetwork.LOOPBACK).build();

    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLeft() {
        assertThat(network.outstanding()).isZero();
        network.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void picturesAndSoundGoBothWays(Codec codec) throws Exception {
        Path atAlice = directory.resolve("alice.wav");
        Path atBob = directory.resolve("bob.wav");
        try (PictureRecorder toBob = new PictureRecorder();
                PictureRecorder toAlice = new PictureRecorder();
                Side alice = new Side(
                        "alice",
                        builder()
                                .videoCodec(codec)
                                .microphone(new AudioSourceSpec.Tone(500))
                                .speaker(new AudioSinkSpec.WavFile(atAlice)));
                Side bob = new Side(
                        "bob",
                        builder()
                                .videoCodec(codec)
                                .microphone(new AudioSourceSpec.Tone(700))
                                .speaker(new AudioSinkSpec.WavFile(atBob)))) {
            bob.session.remoteVideo("alice").addSink(toBob.arrival);
            alice.session.remoteVideo("bob").addSink(toAlice.arrival);
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> toBob.count() >= 60 && toAlice.count() >= 60);
            alice.hangUp();
            bob.hangUp();
            assertThat(alice.errors).isEmpty();
            assertThat(bob.errors).isEmpty();
            assertThat(alice.failures).isEmpty();
            PathStats path = alice.session.stats().path();
            assertThat(path.localCandidate()).isEqualTo("host");
            assertThat(path.remoteCandidate()).isEqualTo("host");
            assertThat(path.cipher()).contains("AES");
            assertThat(path.roundTripMillis()).isPositive();
            assertThat(alice.engine.resources()).isEqualTo(Resources.NONE);
            assertThat(bob.engine.resources()).isEqualTo(Resources.NONE);
        }
        assertThat(Tones.clearestStretch(atAlice, 700)).isGreaterThan(0.9);
        assertThat(Tones.clearestStretch(atBob, 500)).isGreaterThan(0.9);
    }

    @Test
    void eachSideSendsTheCodecItPrefers() throws Exception {
        try (Side alice = new Side("alice", builder().videoCodec(Codec.VP9));
                Side bob = new Side("bob", builder().videoCodec(Codec.H264))) {
            Side.connect(alice, bob);
            await().atMost(PATIENCE)
                    .until(() -> alice.session.stats().framesDecoded() >= 10
                            && bob.session.stats().framesDecoded() >= 10);
            assertThat(alice.errors).isEmpty();
            assertThat(bob.errors).isEmpty();
        }
    }

    @Test
    void aCameraIsMutedAndUnmutedAndTheSoundGoesOn() throws Exception {
        try (Side alice = new Side("alice", builder().microphone(new AudioSourceSpec.Tone(440)));
                Side bob = new Side("bob", builder())) {
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> bob.loudest > 0.5 && bob.events.contains("alice flows"));
            alice.session.setVideoMuted(true);
            await().atMost(PATIENCE).until(() -> bob.events.contains("alice stopped"));
            bob.events.clear();
            assertThat(bob.loudest).isGreaterThan(0.5);
            alice.session.setVideoMuted(false);
            await().atMost(PATIENCE).until(() -> bob.events.contains("alice flows"));
        }
    }

    @Test
    void threeTalkAndOneLeaves() throws Exception {
        try (Side alice = new Side("alice", builder());
                Side bob = new Side("bob", builder());
                Side carol = new Side("carol", builder())) {
            Side.connect(alice, bob, carol);
            await().atMost(PATIENCE)
                    .until(() -> bob.events.contains("alice flows")
                            && bob.events.contains("carol flows")
                            && carol.events.contains("bob flows"));
            alice.session.removeParticipant("carol");
            bob.session.removeParticipant("carol");
            carol.hangUp();
            long decoded = bob.session.stats().framesDecoded();
            await("Alice and Bob go on")
                    .atMost(PATIENCE)
                    .until(() -> bob.session.stats().framesDecoded() > decoded + 20);
            assertThat(alice.failures).isEmpty();
            assertThat(bob.failures).isEmpty();
        }
    }

    @Test
    void itIsWarmedUpInTheBackground() throws Exception {
        network.warmUp().get(60, TimeUnit.SECONDS);
        assertThat(network.outstanding()).isZero();
    }

    private LiveMediaEngine.Builder builder() {
        return LiveMediaEngine.builder(network)
                .camera(new VideoSourceSpec.Pattern(320, 180, 30))
                .microphone(new AudioSourceSpec.Silence())
                .speaker(new AudioSinkSpec.Discard())
                .videoFormat(320, 180, 30)
                .videoBitrate(800_000);
    }
}
