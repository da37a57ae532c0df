package dev.belfry.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitrateTest {
    private static final int SECOND = 30;

    private static final OpenH264Profile KEEPS_ITS_BITRATE = new OpenH264Profile() {
        @Override
        public BitrateControl bitrateControl(AVCodecContext open, int bitrate, int fps) {
            return BitrateControl.NONE;
        }
    };

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
    @CsvSource({"VP8, 500000, 150000", "VP8, 150000, 500000", "VP9, 500000, 150000", "VP9, 150000, 500000"})
    void outputFollowsALargeChangeWithOneKeyFrame(Codec codec, int first, int then) throws CallException {
        loop.open(codec, 320, 180, first);
        loop.bitrateOver(SECOND, 320, 180);
        loop.encoder().setBitrate(then);
        loop.bitrateOver(2 * SECOND, 320, 180);
        assertThat(loop.bitrateOver(SECOND, 320, 180)).isCloseTo(then, withPercentage(25));
        assertThat(loop.keyFrames()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"500000, 150000", "150000, 500000", "300000, 340000", "100000, 1500000"})
    void h264FollowsAnyChangeWithoutAKeyFrame(int first, int then) throws CallException {
        loop.noisy();
        loop.open(Codec.H264, 320, 180, first);
        loop.bitrateOver(SECOND, 320, 180);
        loop.encoder().setBitrate(then);
        loop.bitrateOver(2 * SECOND, 320, 180);
        assertThat(loop.bitrateOver(SECOND, 320, 180)).isCloseTo(then, withPercentage(20));
        assertThat(loop.keyFrames()).isEqualTo(1);
    }

    @Test
    void h264LooksAsGoodAfterAChangeAsOpenedForThatBitrate() throws CallException {
        loop.noisy();
        loop.open(Codec.H264, 640, 360, 1_000_000);
        loop.run(SECOND, 640, 360);
        for (int bitrate : new int[] {700_000, 1_300_000}) {
            loop.encoder().setBitrate(bitrate);
            loop.run(2 * SECOND, 640, 360);
            loop.measure();
            loop.run(SECOND, 640, 360);
            assertThat(loop.bitrate()).isCloseTo(bitrate, withPercentage(20));
            assertThat(loop.meanPsnr()).isGreaterThan(psnrWhenOpenedFor(bitrate) - 0.5);
        }
        assertThat(loop.keyFrames()).isEqualTo(1);
    }

    @Test
    void h264ThatKeepsItsBitrateFallsByLeavingPicturesOut() throws CallException {
        loop.open(KEEPS_ITS_BITRATE, 320, 180, 300_000);
        loop.bitrateOver(SECOND, 320, 180);
        loop.encoder().setBitrate(220_000);
        loop.bitrateOver(2 * SECOND, 320, 180);
        assertThat(loop.bitrateOver(SECOND, 320, 180)).isCloseTo(220_000, withPercentage(20));
        assertThat(loop.keyFrames()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"500000, 150000", "150000, 300000"})
    void h264ThatKeepsItsBitrateFollowsALargeChangeWithOneKeyFrame(int first, int then) throws CallException {
        loop.open(KEEPS_ITS_BITRATE, 320, 180, first);
        loop.bitrateOver(SECOND, 320, 180);
        loop.encoder().setBitrate(then);
        loop.bitrateOver(2 * SECOND, 320, 180);
        assertThat(loop.bitrateOver(SECOND, 320, 180)).isCloseTo(then, withPercentage(25));
        assertThat(loop.keyFrames()).isEqualTo(2);
    }

    @Test
    void h264ThatKeepsItsBitrateRisesInLargeStepsAtFirstAndInSmallOnesLater() throws CallException {
        loop.open(KEEPS_ITS_BITRATE, 320, 180, 200_000);
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

    private static double psnrWhenOpenedFor(int bitrate) throws CallException {
        try (CodecLoop fresh = new CodecLoop()) {
            fresh.noisy();
            fresh.open(Codec.H264, 640, 360, bitrate);
            fresh.run(SECOND, 640, 360);
            fresh.measure();
            fresh.run(SECOND, 640, 360);
            return fresh.meanPsnr();
        }
    }
}
