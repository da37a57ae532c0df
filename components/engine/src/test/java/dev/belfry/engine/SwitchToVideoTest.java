package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallType;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.engine.rtc.RtcTransports;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import dev.belfry.rtc.ice.IceNetwork;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Audio calls in which a camera goes on. */
@Timeout(120)
class SwitchToVideoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void theOtherSideSeesItOverLoopbackSockets() throws Exception {
        try (RtcTransports network =
                RtcTransports.builder().network(IceNetwork.LOOPBACK).build()) {
            theOtherSideSeesIt(network);
        }
    }

    @Test
    void theOtherSideSeesItWithinOneProgram() throws Exception {
        theOtherSideSeesIt(new LocalTransports());
    }

    private static void theOtherSideSeesIt(MediaTransports network) throws Exception {
        try (PictureRecorder recorder = new PictureRecorder();
                Side alice = new Side("alice", builder(network), audioCall());
                Side bob = new Side("bob", builder(network), audioCall())) {
            bob.session.remoteVideo("alice").addSink(recorder.arrival);
            Side.connect(alice, bob);
            await().atMost(PATIENCE).until(() -> bob.loudest > 0.5);
            assertThat(alice.session.stats().framesCaptured()).isZero();
            alice.session.setVideoMuted(false);
            await().atMost(PATIENCE).until(() -> recorder.count() >= 10 && bob.events.contains("alice flows"));
            assertThat(alice.events).doesNotContain("bob flows");
            assertThat(alice.errors).isEmpty();
            assertThat(bob.errors).isEmpty();
            alice.hangUp();
            bob.hangUp();
        }
    }

    private static LiveMediaEngine.Builder builder(MediaTransports network) {
        return LiveMediaEngine.builder(network)
                .camera(new VideoSourceSpec.Pattern(320, 180, 30))
                .microphone(new AudioSourceSpec.Tone(500))
                .speaker(new AudioSinkSpec.Discard())
                .videoFormat(320, 180, 30)
                .videoBitrate(500_000);
    }

    private static MediaEngine.Request audioCall() {
        return new MediaEngine.Request(Side.SESSION, CallType.AUDIO, false, true);
    }
}
