package dev.belfry.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileDataTest {
    private final CodecLoop loop = new CodecLoop();
    private final Random random = new Random(20261121);

    @AfterEach
    void nothingIsLeft() {
        loop.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void randomBytesAreRefusedOrSkipped(Codec codec) throws CallException {
        loop.open(codec, 320, 180, 500_000);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            decode(bytes, codec, true, i);
        }
        decodesAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void cutAndBentFramesAreRefusedOrSkipped(Codec codec) throws CallException {
        loop.open(codec, 320, 180, 500_000);
        List<EncodedFrame> frames = loop.record(30, 320, 180);
        for (int round = 0; round < 20; round++) {
            for (EncodedFrame frame : frames) {
                byte[] bytes = new byte[frame.data().remaining()];
                frame.data().get(frame.data().position(), bytes);
                if (random.nextBoolean()) {
                    bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                } else {
                    for (int flips = 0; flips < 5; flips++) {
                        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    }
                }
                decode(bytes, codec, true, frame.sequence());
            }
        }
        decodesAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void missingPictureIsATypedErrorUntilTheNextKeyFrame(Codec codec) throws CallException {
        loop.open(codec, 320, 180, 500_000);
        List<EncodedFrame> frames = loop.record(5, 320, 180);
        int[] shown = new int[1];
        loop.decoder().decode(frames.get(0), f -> shown[0]++);
        loop.decoder().decode(frames.get(1), f -> shown[0]++);
        for (int late : new int[] {3, 4, 2}) {
            assertThatThrownBy(() -> loop.decoder().decode(frames.get(late), f -> shown[0]++))
                    .satisfies(HostileDataTest::saysMediaFailed);
        }
        assertThat(shown[0]).isEqualTo(2);
        decodesAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void failingSinkLeavesNoFrameBehind(Codec codec) throws CallException {
        loop.open(codec, 320, 180, 500_000);
        EncodedFrame frame = loop.record(1, 320, 180).get(0);
        assertThatThrownBy(() -> loop.decoder().decode(frame, f -> {
                    throw new IllegalArgumentException("sink");
                }))
                .hasMessage("sink");
        decodesAgain();
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void closedCodecsSaySo(Codec codec) throws CallException {
        loop.open(codec, 320, 180, 500_000);
        EncodedFrame frame = loop.record(1, 320, 180).get(0);
        loop.encoder().close();
        loop.decoder().close();
        assertThatThrownBy(() -> loop.decoder().decode(frame, f -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> loop.run(1, 320, 180)).isInstanceOf(IllegalStateException.class);
    }

    /** Passes bytes off as a key frame, so that they get past the check of numbers. */
    private void decode(byte[] bytes, Codec codec, boolean key, long number) {
        EncodedFrame frame = loop.encodedPool().take();
        frame.start(bytes.length).put(bytes).flip();
        frame.describe(codec, key, 0, number, number);
        try {
            loop.decoder().decode(frame, picture -> assertThat(picture.width()).isPositive());
        } catch (CallException e) {
            saysMediaFailed(e);
        } finally {
            frame.release();
        }
    }

    private void decodesAgain() throws CallException {
        loop.forceKeyFrame();
        loop.run(3, 320, 180);
        assertThat(loop.decoded()).isEqualTo(3);
        assertThat(loop.worstPsnr()).isGreaterThan(35);
    }

    private static void saysMediaFailed(Throwable thrown) {
        assertThat(((CallException) thrown).code()).isEqualTo(ErrorCode.ERR_MEDIA_FAILED);
    }
}
