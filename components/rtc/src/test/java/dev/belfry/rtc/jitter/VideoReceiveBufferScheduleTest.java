package dev.belfry.rtc.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.rtc.jitter.LossyCall.Network;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thousands of schedules of loss, doubling and reordering: what comes out can be decoded, and is what was sent. */
class VideoReceiveBufferScheduleTest {
    private static final int SCHEDULES = 500;

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void whatever_the_network_does_frames_come_out_right(Codec codec) {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            try (LossyCall call = new LossyCall(codec, anyNetwork(seed), seed)) {
                call.run(40, 60);
                assertThat(call.lastFrameOut())
                        .as("seed %d: the stream recovers", seed)
                        .isEqualTo(99);
            }
        }
    }

    private static Network anyNetwork(int seed) {
        Random random = new Random(seed * 31L);
        return new Network(
                random.nextDouble() * 0.3,
                random.nextDouble() * 0.2,
                random.nextDouble() * 0.2,
                random.nextInt(150),
                random.nextInt(30),
                random.nextDouble() * 0.05);
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void a_good_network_costs_no_frame_and_no_request(Codec codec) {
        try (LossyCall call = new LossyCall(codec, new Network(0, 0, 0, 20, 0, 0), 1)) {
            call.run(300, 0);
            assertThat(call.framesOut()).isEqualTo(300);
            assertThat(call.counts().waitedNanos()).isZero();
            assertThat(call.counts().packetsRequested()).isZero();
            assertThat(call.counts().keyFramesRequested()).isZero();
            assertThat(call.counts().keyFramesReceived()).isOne();
        }
    }

    @Test
    void five_in_a_hundred_lost_each_way_freeze_nothing_for_half_a_second() {
        for (int seed = 0; seed < 20; seed++) {
            try (LossyCall call = new LossyCall(Codec.VP8, new Network(0.05, 0, 0, 25, 2, 0), seed)) {
                call.run(600, 30);
                assertThat(call.longestPauseMillis()).as("seed %d", seed).isLessThan(500);
                assertThat(call.framesOut()).as("seed %d", seed).isGreaterThan(600);
            }
        }
    }
}
