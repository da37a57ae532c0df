package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.MediaStats;
import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.PushedFrames;
import dev.belfry.media.device.VideoSourceSpec;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class LiveCallTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private LocalTransports network = new LocalTransports();

    @TempDir
    Path directory;

    @AfterEach
    void theNetworkIsEmpty() {
        assertThat(network.open()).isZero();
        assertThat(network.framesOutstanding()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void picturesArriveAsTheyWereTaken(Codec codec) throws Exception {
        try (PictureRecorder recorder = new PictureRecorder();
                Side alice = new Side("alice", quiet().videoCodec(codec).videoBitrate(1_000_000));
                Side bob = new Side("bob", quiet())) {
            alice.session.localVideo().addSink(recorder.source);
            bob.session.remoteVideo("alice").addSink(recorder.arrival);
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> recorder.compared() >= 40);
            assertThat(recorder.meanPsnr()).isGreaterThan(35);
            assertThat(recorder.latency(0.5)).isLessThan(100);
            await().atMost(PATIENCE).until(() -> bob.events.contains("alice flows"));
            assertThat(bob.events).containsOnlyOnce("connected");
            assertThat(bob.errors).isEmpty();
            MediaStats sent = alice.session.stats();
            assertThat(sent.framesCaptured()).isGreaterThanOrEqualTo(sent.framesEncoded());
            assertThat(sent.keyFramesEncoded()).isPositive();
            alice.hangUp();
            bob.hangUp();
            assertThat(bob.session.stats().framesDecoded()).isGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void aToneIsHeardOnTheOtherSide() throws Exception {
        Path wav = directory.resolve("heard.wav");
        try (Side alice = new Side("alice", quiet().microphone(new AudioSourceSpec.Tone(500)), audioCall());
                Side bob = new Side("bob", quiet().speaker(new AudioSinkSpec.WavFile(wav)), audioCall())) {
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> bob.session.stats().audioPacketsReceived() >= 100);
            await().atMost(PATIENCE).until(() -> bob.events.contains("alice speaks") && bob.loudest > 0.5);
            assertThat(alice.session.stats().framesCaptured()).isZero();
            bob.hangUp();
            alice.hangUp();
        }
        assertThat(Tones.clearestStretch(wav, 500)).isGreaterThan(0.9);
    }

    @Test
    void picturesFollowSoundThatIsLate() throws Exception {
        long late = Duration.ofMillis(300).toNanos();
        network = new LocalTransports(
                (from, to, frame) -> from.equals("alice") && frame.kind() == MediaKind.AUDIO ? late : 0);
        try (PictureRecorder ofAlice = new PictureRecorder();
                PictureRecorder ofBob = new PictureRecorder();
                Side alice = new Side("alice", quiet());
                Side bob = new Side("bob", quiet())) {
            bob.session.remoteVideo("alice").addSink(ofAlice.arrival);
            alice.session.remoteVideo("bob").addSink(ofBob.arrival);
            Side.connect(alice, bob);
            await("as far behind the other side's as their sound, but for what nobody notices")
                    .atMost(PATIENCE)
                    .until(() -> ofAlice.count() > 60
                            && ofBob.count() > 60
                            && ofAlice.recentLatency() > ofBob.recentLatency() + 120);
            assertThat(bob.errors).isEmpty();
            bob.hangUp();
            alice.hangUp();
        }
    }

    @Test
    void aKeyFrameIsRequestedAfterALoss() throws Exception {
        AtomicBoolean lossy = new AtomicBoolean();
        network = new LocalTransports((from, to, frame) ->
                from.equals("alice") && frame.kind() == MediaKind.VIDEO && lossy.compareAndSet(true, false)
                        ? Impairment.LOST
                        : 0);
        try (PictureRecorder recorder = new PictureRecorder();
                Side alice = new Side("alice", quiet());
                Side bob = new Side("bob", quiet())) {
            bob.session.remoteVideo("alice").addSink(recorder.arrival);
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> recorder.count() >= 10);
            long keyFrames = alice.session.stats().keyFramesEncoded();
            lossy.set(true);
            await().atMost(PATIENCE).until(() -> alice.session.stats().keyFramesEncoded() > keyFrames);
            int before = recorder.count();
            await().atMost(PATIENCE).until(() -> recorder.count() >= before + 10);
            bob.hangUp();
            alice.hangUp();
        }
    }

    @Test
    void aMissingCameraIsAnErrorAndTheSoundGoesOn() throws Exception {
        LiveMediaEngine.Builder noCamera = quiet().camera(
                        new VideoSourceSpec.Camera("/dev/no-such-camera", 320, 180, 30))
                .microphone(new AudioSourceSpec.Tone(440));
        try (Side alice = new Side("alice", noCamera);
                Side bob = new Side("bob", quiet())) {
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> alice.errors.contains(ErrorCode.ERR_CAMERA_MISSING));
            await().atMost(PATIENCE).until(() -> bob.loudest > 0.5);
            alice.session.setVideoMuted(false);
            await("a second try").atMost(PATIENCE).until(() -> alice.errors.size() == 2);
            assertThat(alice.events).doesNotContain("failed");
        }
    }

    @Test
    void aMissingMicrophoneAndLoudspeakerAreErrorsAndThePicturesGoOn() throws Exception {
        LiveMediaEngine.Builder deaf =
                quiet().microphone(new AudioSourceSpec.Microphone("none")).speaker(new AudioSinkSpec.Speaker("none"));
        try (PictureRecorder recorder = new PictureRecorder();
                Side alice = new Side("alice", deaf);
                Side bob = new Side("bob", quiet())) {
            bob.session.remoteVideo("alice").addSink(recorder.arrival);
            Side.connect(alice, bob);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(alice.errors)
                            .contains(ErrorCode.ERR_MICROPHONE_MISSING, ErrorCode.ERR_SPEAKER_MISSING));
            await().atMost(PATIENCE).until(() -> recorder.count() >= 5);
            await().atMost(PATIENCE).until(() -> bob.session.stats().audioPacketsReceived() >= 10);
        }
    }

    @Test
    void mutedSoundIsSilenceAndMutedVideoStops() throws Exception {
        try (Side alice = new Side("alice", quiet().microphone(new AudioSourceSpec.Tone(440)));
                Side bob = new Side("bob", quiet())) {
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> bob.loudest > 0.5 && bob.events.contains("alice flows"));
            alice.session.setAudioMuted(true);
            alice.session.setVideoMuted(true);
            await().atMost(PATIENCE).until(() -> bob.loudest < 0.05 && bob.events.contains("alice stopped"));
            long packets = bob.session.stats().audioPacketsReceived();
            await("silence is sent")
                    .atMost(PATIENCE)
                    .until(() -> bob.session.stats().audioPacketsReceived() > packets);
            bob.events.clear();
            alice.session.setAudioMuted(false);
            alice.session.setVideoMuted(false);
            await().atMost(PATIENCE).until(() -> bob.loudest > 0.5 && bob.events.contains("alice flows"));
        }
    }

    @Test
    void aFailedScreenShareGoesBackToTheCamera() throws Exception {
        try (PictureRecorder recorder = new PictureRecorder();
                Side alice = new Side("alice", quiet());
                Side bob = new Side("bob", quiet())) {
            bob.session.remoteVideo("alice").addSink(recorder.arrival);
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> recorder.count() >= 5);
            alice.session.startScreenShare(new MediaDevice(":no-such-screen", "screen", MediaDevice.Kind.SCREEN));
            await().atMost(PATIENCE).until(() -> alice.events.contains("sharing false"));
            assertThat(alice.events).containsSubsequence("sharing true", "sharing false");
            int before = recorder.count();
            await().atMost(PATIENCE).until(() -> recorder.count() >= before + 5);
        }
    }

    @Test
    void whoLeavesIsSeenNoMore() throws Exception {
        try (PictureRecorder recorder = new PictureRecorder();
                Side alice = new Side("alice", quiet());
                Side bob = new Side("bob", quiet());
                Side carol = new Side("carol", quiet())) {
            bob.session.remoteVideo("alice").addSink(recorder.arrival);
            Side.connect(alice, bob, carol);
            await().atMost(PATIENCE)
                    .until(() -> bob.events.contains("alice flows") && bob.events.contains("carol flows"));
            bob.session.removeParticipant("alice");
            await().atMost(PATIENCE).until(() -> bob.events.contains("alice stopped"));
            bob.session.remoteVideo("alice").removeSink(recorder.arrival);
            int before = recorder.count();
            long decoded = bob.session.stats().framesDecoded();
            await("carol goes on")
                    .atMost(PATIENCE)
                    .until(() -> bob.session.stats().framesDecoded() > decoded + 20);
            assertThat(recorder.count()).isLessThanOrEqualTo(before + 2);
        }
    }

    @Test
    void aChangeOfResolutionIsFollowed() throws Exception {
        PushedFrames frames = new PushedFrames();
        try (PictureRecorder recorder = new PictureRecorder();
                Side alice = new Side(
                        "alice",
                        quiet().camera(new VideoSourceSpec.Pushed(frames)).videoFormat(640, 360, 30));
                Side bob = new Side("bob", quiet())) {
            bob.session.remoteVideo("alice").addSink(recorder.arrival);
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> push(frames, 320, 180) && "320x180".equals(recorder.size()));
            await().atMost(PATIENCE).until(() -> push(frames, 640, 360) && "640x360".equals(recorder.size()));
            await().atMost(PATIENCE).until(() -> push(frames, 256, 256) && "256x256".equals(recorder.size()));
            assertThat(bob.errors).isEmpty();
        }
    }

    @Test
    void aLargerPictureIsSentInTheSizeOfTheSessionAndShownInItsOwn() throws Exception {
        PushedFrames frames = new PushedFrames();
        try (PictureRecorder preview = new PictureRecorder();
                PictureRecorder recorder = new PictureRecorder();
                Side alice = new Side("alice", quiet().camera(new VideoSourceSpec.Pushed(frames)));
                Side bob = new Side("bob", quiet())) {
            alice.session.localVideo().addSink(preview.arrival);
            bob.session.remoteVideo("alice").addSink(recorder.arrival);
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> push(frames, 3840, 2160) && "320x180".equals(recorder.size()));
            assertThat(preview.size()).isEqualTo("3840x2160");
            await().atMost(PATIENCE).until(() -> push(frames, 800, 600) && "240x180".equals(recorder.size()));
            assertThat(bob.errors).isEmpty();
        }
    }

    @Test
    void nothingIsLeftAfterACall() throws Exception {
        try (Side alice = new Side("alice", quiet());
                Side bob = new Side("bob", quiet())) {
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> bob.session.stats().framesDecoded() > 5);
            assertThat(bob.engine.resources().threads()).isPositive();
            assertThat(bob.engine.resources().nativeBytes()).isPositive();
            alice.hangUp();
            bob.hangUp();
            assertThat(alice.engine.resources()).isEqualTo(Resources.NONE);
            assertThat(bob.engine.resources()).isEqualTo(Resources.NONE);
            alice.session.setVideoMuted(true);
            assertThat(alice.session.close()).isCompleted();
        }
    }

    private static boolean push(PushedFrames frames, int width, int height) throws Exception {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(width / 2, height / 2, 0xFFFFFF);
        return frames.push(image);
    }

    private LiveMediaEngine.Builder quiet() {
        return LiveMediaEngine.builder(network)
                .camera(new VideoSourceSpec.Pattern(320, 180, 30))
                .microphone(new AudioSourceSpec.Silence())
                .speaker(new AudioSinkSpec.Discard())
                .videoFormat(320, 180, 30)
                .videoBitrate(500_000);
    }

    private static MediaEngine.Request audioCall() {
        return new MediaEngine.Request(Side.SESSION, CallType.AUDIO, false, false);
    }
}
