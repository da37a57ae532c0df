package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.frame.Codec;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveMediaEngineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalTransports network = new LocalTransports();

    @Test
    void warmsUpInTheBackgroundAndLeavesNothing() throws Exception {
        try (LiveMediaEngine engine = builder().build()) {
            engine.warmUp().get(30, TimeUnit.SECONDS);
            assertThat(engine.resources()).isEqualTo(Resources.NONE);
            engine.newScaler().close();
        }
    }

    @Test
    void listsDevicesOfEveryKind() throws Exception {
        try (LiveMediaEngine engine = builder().build()) {
            for (MediaDevice.Kind kind : MediaDevice.Kind.values()) {
                assertThat(engine.devices().list(kind).get(30, TimeUnit.SECONDS))
                        .allMatch(device -> device.kind() == kind);
            }
        }
    }

    @Test
    void theCameraCanBePreviewedBeforeAnyoneElseSeesIt() throws Exception {
        try (PictureRecorder recorder = new PictureRecorder();
                Side alice = new Side("alice", builder())) {
            alice.session.localVideo().addSink(recorder.arrival);
            await().atMost(PATIENCE).until(() -> recorder.count() >= 3);
            assertThat(alice.session.stats().framesEncoded()).isZero();
            assertThat(network.open()).isZero();
        }
    }

    @Test
    void aCameraThatStartsMutedStaysClosedUntilItIsWanted() throws Exception {
        MediaEngine.Request muted = new MediaEngine.Request(Side.SESSION, CallType.VIDEO, false, true);
        try (Side alice = new Side("alice", builder(), muted)) {
            Side.connect(alice);
            await().atMost(PATIENCE).until(() -> alice.session.stats().audioPacketsSent() >= 5);
            assertThat(alice.session.stats().framesCaptured()).isZero();
            alice.session.setVideoMuted(false);
            await().atMost(PATIENCE).until(() -> alice.session.stats().framesCaptured() > 0);
        }
    }

    @Test
    void anotherDeviceThatFailsIsToldByItsKind() throws Exception {
        try (Side alice = new Side("alice", builder())) {
            Side.connect(alice);
            for (MediaDevice.Kind kind : MediaDevice.Kind.values()) {
                alice.session.use(new MediaDevice("none", "none", kind));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(alice.errors)
                            .contains(ErrorCode.ERR_MICROPHONE_MISSING, ErrorCode.ERR_SPEAKER_MISSING)
                            .hasSizeGreaterThanOrEqualTo(3));
            alice.session.stopScreenShare();
            await("silence stands in")
                    .atMost(PATIENCE)
                    .until(() -> alice.session.stats().audioPacketsSent() > 20);
        }
    }

    @Test
    void closingTheEngineClosesItsSessions() {
        Side alice = new Side("alice", builder());
        Side.connect(alice);
        alice.close();
        assertThat(alice.session.close()).isCompleted();
        assertThat(alice.engine.resources()).isEqualTo(Resources.NONE);
        assertThat(network.open()).isZero();
    }

    @Test
    void theEngineCanBeClosedFromItsOwnThreads() throws Exception {
        CountDownLatch returned = new CountDownLatch(1);
        Side bob = new Side("bob", builder());
        Side alice = new Side("alice", builder());
        alice.onConnected = () -> {
            alice.engine.close();
            returned.countDown();
        };
        Side.connect(alice, bob);
        assertThat(returned.await(20, TimeUnit.SECONDS)).isTrue();
        alice.hangUp();
        assertThat(alice.engine.resources()).isEqualTo(Resources.NONE);
        bob.session.close().thenRun(bob.engine::close).get(5, TimeUnit.SECONDS);
        assertThat(network.open()).isZero();
    }

    @Test
    void aClosedEngineOpensNoSession() {
        LiveMediaEngine engine = builder().build();
        engine.close();
        assertThatThrownBy(() -> new Side("alice", engine)).isInstanceOf(IllegalStateException.class);
        assertThat(engine.resources()).isEqualTo(Resources.NONE);
    }

    @Test
    void opusIsNoVideoCodec() {
        assertThatThrownBy(() -> builder().videoCodec(Codec.OPUS)).isInstanceOf(IllegalArgumentException.class);
    }

    private LiveMediaEngine.Builder builder() {
        return LiveMediaEngine.builder(network)
                .camera(new VideoSourceSpec.Pattern(160, 90, 15))
                .microphone(new AudioSourceSpec.Silence())
                .speaker(new AudioSinkSpec.Discard());
    }
}
