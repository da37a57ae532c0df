package dev.belfry.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.Codec;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.Allocations;
import dev.belfry.media.Clip;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.picture.SwsPictureScaler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VideoCodecsTest {
    private final CodecLoop loop = new CodecLoop();

    @AfterEach
    void nothingIsLeft() {
        loop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "VP8, 1280, 720",
        "VP9, 1280, 720",
        "H264, 1280, 720",
        "VP8, 640, 360",
        "VP9, 640, 360",
        "H264, 640, 360",
        "VP8, 641, 361",
        "VP9, 641, 361"
    })
    void talkingHeadComesOutAsItWentIn(Codec codec, int width, int height) throws CallException {
        loop.open(codec, width, height, 1_500_000);
        loop.run(45, width, height);
        assertThat(loop.decoded()).isEqualTo(45);
        assertThat(loop.keyFrames()).isEqualTo(1);
        assertThat(loop.worstPsnr()).isGreaterThanOrEqualTo(35);
    }

    @Test
    void h264RoundsOddSizesDown() throws CallException {
        loop.open(Codec.H264, 641, 361, 1_000_000);
        NativeFrame out = loop.one(Clip.talkingHead(loop.pictures(), 641, 361, 0));
        assertThat(out.width()).isEqualTo(640);
        assertThat(out.height()).isEqualTo(360);
        out.release();
    }

    @ParameterizedTest
    @CsvSource({
        "VP8, BT601, LIMITED, BT601, LIMITED",
        "VP8, BT709, LIMITED, BT601, LIMITED",
        "VP8, BT601, FULL, BT601, LIMITED",
        "VP9, BT601, LIMITED, BT601, LIMITED",
        "VP9, BT709, LIMITED, BT709, LIMITED",
        "VP9, BT601, FULL, BT601, FULL",
        "VP9, BT709, FULL, BT709, FULL",
        "H264, BT601, LIMITED, BT601, LIMITED",
        "H264, BT709, LIMITED, BT709, LIMITED",
        "H264, BT601, FULL, BT601, FULL",
        "H264, BT709, FULL, BT709, FULL"
    })
    void coloursAreRightInWhateverTheCodecCarries(
            Codec codec, Matrix matrix, Range range, Matrix outMatrix, Range outRange) throws CallException {
        loop.open(codec, 320, 240, 1_500_000);
        int[] rgb = new int[320 * 240];
        try (SwsPictureScaler scaler = SwsPictureScaler.create()) {
            for (int colour : new int[] {0xC04020, 0x2060A0, 0x30B050, 0xE0E0E0, 0x202020}) {
                NativeFrame out = loop.one(Clip.plain(loop.pictures(), 320, 240, colour, matrix, range));
                assertThat(out.matrix()).isEqualTo(outMatrix);
                assertThat(out.range()).isEqualTo(outRange);
                scaler.scale(out, 320, 240, rgb);
                out.release();
                int seen = rgb[120 * 320 + 160];
                assertThat(Clip.distance(seen, colour))
                        .as("%06X for %06X", seen & 0xFFFFFF, colour)
                        .isLessThanOrEqualTo(6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void keyFrameComesWhenAskedFor(Codec codec) throws CallException {
        loop.open(codec, 320, 180, 500_000);
        loop.run(10, 320, 180);
        assertThat(loop.keyFrames()).isEqualTo(1);
        loop.forceKeyFrame();
        loop.run(1, 320, 180);
        assertThat(loop.keyFrames()).isEqualTo(2);
        loop.run(10, 320, 180);
        assertThat(loop.keyFrames()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void decoderFollowsAChangeOfResolution(Codec codec) throws CallException {
        loop.open(codec, 640, 360, 1_000_000);
        loop.run(5, 640, 360);
        loop.run(5, 320, 180);
        loop.run(5, 640, 480);
        assertThat(loop.decoded()).isEqualTo(15);
        assertThat(loop.keyFrames()).isEqualTo(3);
        assertThat(loop.worstPsnr()).isGreaterThanOrEqualTo(35);
    }

    @Test
    void turnedPictureIsEncodedUpright() throws CallException {
        loop.open(Codec.VP8, 320, 180, 1_000_000);
        NativeFrame frame = Clip.talkingHead(loop.pictures(), 320, 180, 1);
        int topLeft = frame.plane(0).get(0) & 0xFF;
        frame.setRotation(90);
        NativeFrame out = loop.one(frame);
        assertThat(out.width()).isEqualTo(180);
        assertThat(out.height()).isEqualTo(320);
        assertThat(out.rotation()).isZero();
        assertThat(Math.abs((out.plane(0).get(179) & 0xFF) - topLeft)).isLessThan(12);
        out.release();
    }

    @ParameterizedTest
    @CsvSource({"0, 320, 180", "90, 100, 180", "180, 320, 180", "270, 100, 180"})
    void aPictureAboveTheLimitIsMadeSmallerAsItIsShown(int rotation, int width, int height) throws CallException {
        loop.open(Codec.VP8, 320, 180, 1_000_000);
        loop.encoder().setSizeLimit(new SizeLimit(320, 180));
        NativeFrame frame = Clip.talkingHead(loop.pictures(), 1280, 720, 1);
        frame.setRotation(rotation);
        NativeFrame out = loop.one(frame);
        assertThat(out.width()).isEqualTo(width);
        assertThat(out.height()).isEqualTo(height);
        out.release();
    }

    @Test
    void shrinkingAllocatesNextToNothing() throws CallException {
        loop.open(Codec.VP8, 320, 180, 500_000);
        loop.encoder().setSizeLimit(new SizeLimit(320, 180));
        NativeFrame frame = Clip.talkingHead(loop.pictures(), 640, 360, 1);
        long bytes = Allocations.perRun(50, () -> loop.encodeAgain(frame));
        frame.release();
        assertThat(bytes).isLessThanOrEqualTo(128);
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void timeAndNumberGoThrough(Codec codec) throws CallException {
        loop.open(codec, 320, 180, 500_000);
        NativeFrame frame = Clip.talkingHead(loop.pictures(), 320, 180, 1);
        frame.setTime(7_000_000_123L, 99);
        NativeFrame out = loop.one(frame);
        assertThat(out.captureNanos()).isEqualTo(7_000_000_123L);
        assertThat(out.sequence()).isZero();
        assertThat(loop.lastTimestamp()).isEqualTo(630_000);
        out.release();
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void decodingToARasterAllocatesNextToNothing(Codec codec) throws CallException {
        loop.open(codec, 320, 180, 500_000);
        loop.record(300, 320, 180);
        int[] rgb = new int[320 * 180];
        try (SwsPictureScaler scaler = SwsPictureScaler.create()) {
            long bytes = Allocations.perRun(50, () -> loop.replayNext(f -> scaler.scale(f, 320, 180, rgb)));
            assertThat(bytes).isLessThanOrEqualTo(64);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void encodingAllocatesNextToNothing(Codec codec) throws CallException {
        loop.open(codec, 320, 180, 500_000);
        NativeFrame frame = Clip.talkingHead(loop.pictures(), 320, 180, 1);
        long bytes = Allocations.perRun(50, () -> loop.encodeAgain(frame));
        frame.release();
        assertThat(bytes).isLessThanOrEqualTo(128);
    }

    @Test
    void codecsThatAreNotThereAreTypedErrors() {
        EncoderSettings huge = new EncoderSettings(Codec.VP8, 20_000, 16, 30, 500_000);
        assertThatThrownBy(() -> VideoCodecs.encoder(huge, loop.encodedPool()))
                .satisfies(VideoCodecsTest::saysUnavailable);
        assertThatThrownBy(() -> VideoCodecs.decoder(Codec.OPUS, loop.pictures()))
                .satisfies(VideoCodecsTest::saysUnavailable);
        assertThatThrownBy(() -> new EncoderSettings(Codec.OPUS, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void openingAndClosingFiveHundredTimesLeavesNothing(Codec codec) throws CallException {
        openAndClose(codec, 50);
        long before = NativeMemory.residentBytes();
        openAndClose(codec, 450);
        // A leak of one decoder or encoder at this size is 100 kB and more.
        assertThat(NativeMemory.residentBytes() - before).isLessThan(20_000_000);
    }

    private static void openAndClose(Codec codec, int times) throws CallException {
        for (int i = 0; i < times; i++) {
            try (CodecLoop one = new CodecLoop()) {
                one.open(codec, 64, 48, 100_000);
                one.run(2, 64, 48);
            }
        }
    }

    private static void saysUnavailable(Throwable thrown) {
        assertThat(((CallException) thrown).code()).isEqualTo(ErrorCode.ERR_CODEC_UNAVAILABLE);
    }
}
