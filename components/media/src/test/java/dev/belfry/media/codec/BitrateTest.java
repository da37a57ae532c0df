package dev.belfry.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitrateTest {
    private static final int SECOND = 30;

    private final CodecLoop loop = new CodecLoop();

    @AfterEach
    void nothingIsLeft() {
        loop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "VP8, 400000, 300000",
        "VP8, 400000, 600000",
        "VP8, 300000, 160000",
        "VP9, 400000, 300000",
        "VP9, 400000, 600000",
        "VP9, 300000, 160000",
        "H264, 400000, 300000",
        "H264, 300000, 220000"
    })
    void outputFollowsASmallChangeWithinTwoSecondsWithoutAKeyFrame(Codec codec, int first, int then)
            throws CallException {
        loop.open(codec, 320, 180, first);
        loop.bitrateOver(2 * SECOND, 320, 180);
        assertThat(loop.bitrateOver(SECOND, 320, 180)).isCloseTo(first, withPercentage(20));
        loop.encoder().setBitrate(then);
        assertThat(loop.encoder().bitrate()).isEqualTo(then);
        loop.bitrateOver(2 * SECOND, 320, 180);
        assertThat(loop.bitrateOver(SECOND, 320, 180)).isCloseTo(then, withPercentage(20));
        assertThat(loop.keyFrames()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "VP8, 500000, 150000",
        "VP8, 150000, 500000",
        "VP9, 500000, 150000",
        "VP9, 150000, 500000",
        "H264, 500000, 150000",
        "H264, 150000, 300000"
    })
    void outputFollowsALargeChangeWithOneKeyFrame(Codec codec, int first, int then) throws CallException {
        loop.open(codec, 320, 180, first);
        loop.bitrateOver(SECOND, 320, 180);
        loop.encoder().setBitrate(then);
        loop.bitrateOver(2 * SECOND, 320, 180);
        assertThat(loop.bitrateOver(SECOND, 320, 180)).isCloseTo(then, withPercentage(25));
        assertThat(loop.keyFrames()).isEqualTo(2);
    }

    @Test
    void h264RisesInLargeStepsAtFirstAndInSmallOnesLater() throws CallException {
        loop.open(Codec.H264, 320, 180, 200_000);
        loop.bitrateOver(SECOND, 320, 180);
        loop.encoder().setBitrate(280_000);
        loop.bitrateOver(8 * SECOND, 320, 180);
        assertThat(loop.keyFrames()).isEqualTo(1);
        loop.bitrateOver(3 * SECOND, 320, 180);
        assertThat(loop.keyFrames()).isEqualTo(2);
        assertThat(loop.bitrateOver(SECOND, 320, 180)).isCloseTo(280_000, withPercentage(25));
    }

    @Test
    void keyFrameIsNeverLeftOut() {
        FrameThinner thinner = new FrameThinner();
        for (int i = 0; i < 10; i++) {
            assertThat(thinner.admits(0.5, true)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1.2, 300", "1, 300", "0.75, 225", "0.6667, 200"})
    void thinnerLetsTheShareThrough(double share, int expected) {
        FrameThinner thinner = new FrameThinner();
        int admitted = 0;
        for (int i = 0; i < 300; i++) {
            admitted += thinner.admits(share, false) ? 1 : 0;
        }
        assertThat(admitted).isBetween(expected - 1, expected + 1);
    }

    @Test
    void clockRisesWhateverTheCaptureTimes() {
        PaceClock clock = new PaceClock(30);
        long last = -1;
        for (long nanos : new long[] {0, 33_000_000, 33_000_000, 10, 5_000_000_000L, 5_033_000_000L}) {
            long now = clock.advance(nanos, 0.5);
            assertThat(now).isGreaterThan(last);
            assertThat(now - last).isLessThanOrEqualTo(PaceClock.TICKS);
            assertThat(clock.duration()).isPositive();
            last = now;
        }
    }

    @Test
    void bitrateIsPositive() throws CallException {
        loop.open(Codec.VP8, 64, 48, 100_000);
        assertThatThrownBy(() -> loop.encoder().setBitrate(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
