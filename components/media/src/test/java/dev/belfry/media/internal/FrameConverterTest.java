package dev.belfry.media.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;

import dev.belfry.call.CallException;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.Allocations;
import dev.belfry.media.Clip;
import dev.belfry.media.picture.NativeFramePool;
import dev.belfry.media.picture.SwsPictureScaler;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameConverterTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    private final NativeFramePool pool = new NativeFramePool();
    private final FrameConverter converter = new FrameConverter();

    @BeforeEach
    void load() throws CallException {
        Natives.load();
    }

    @AfterEach
    void nothingIsLeft() {
        converter.close();
        assertThat(pool.outstanding()).isZero();
        pool.close();
        assertThat(pool.nativeBytes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "bgr0, BT601, FULL, BT601",
        "bgra, BT601, FULL, BT601",
        "rgb24, BT601, FULL, BT601",
        "bgr24, BT601, FULL, BT601",
        "yuyv422, BT601, LIMITED, BT601",
        "yuyv422, BT709, LIMITED, BT709",
        "nv12, BT601, LIMITED, BT601",
        "yuvj420p, BT601, FULL, BT601",
        "yuvj422p, BT601, FULL, BT601",
        "yuvj444p, BT601, FULL, BT601",
        "yuv420p, BT601, FULL, BT601",
        "yuv420p, BT709, LIMITED, BT709",
        "yuv422p, BT709, FULL, BT709"
    })
    void coloursSurviveFromWhateverACameraGives(String format, Matrix matrix, Range range, Matrix outMatrix)
            throws CallException {
        int[] rgb = new int[WIDTH * HEIGHT];
        try (SwsPictureScaler scaler = SwsPictureScaler.create()) {
            for (int colour : new int[] {0xC04020, 0x2060A0, 0x30B050, 0xFFFFFF, 0x000000}) {
                AVFrame source = source(format, colour, matrix, range);
                NativeFrame target = pool.take(WIDTH, HEIGHT);
                converter.convert(source, target);
                assertThat(target.matrix()).isEqualTo(outMatrix);
                assertThat(target.range()).isEqualTo(Range.LIMITED);
                scaler.scale(target, WIDTH, HEIGHT, rgb);
                target.release();
                av_frame_free(source);
                for (int pixel : rgb) {
                    assertThat(Clip.distance(pixel, colour))
                            .as("%06X for %06X", pixel & 0xFFFFFF, colour)
                            .isLessThanOrEqualTo(5);
                }
            }
        }
    }

    @Test
    void scalesOnTheWay() {
        AVFrame source = source("yuv420p", 0x808080, Matrix.BT601, Range.LIMITED);
        NativeFrame target = pool.take(32, 24);
        converter.convert(source, target);
        assertThat(target.plane(0).get(0) & 0xFF).isBetween(125, 127);
        target.release();
        av_frame_free(source);
    }

    @Test
    void unreadableFormatIsAnError() {
        AVFrame source = av_frame_alloc();
        source.format(AV_PIX_FMT_VAAPI).width(WIDTH).height(HEIGHT);
        NativeFrame target = pool.take(WIDTH, HEIGHT);
        assertThatThrownBy(() -> converter.convert(source, target)).isInstanceOf(IllegalStateException.class);
        target.release();
        av_frame_free(source);
    }

    @Test
    void steadyConversionAllocatesNothing() {
        AVFrame source = source("yuyv422", 0x808080, Matrix.BT601, Range.LIMITED);
        NativeFrame target = pool.take(WIDTH, HEIGHT);
        assertThat(Allocations.perRun(500, () -> converter.convert(source, target)))
                .isLessThanOrEqualTo(16);
        target.release();
        av_frame_free(source);
    }

    /** Fills a frame with one colour, through this test's own knowledge of how the formats lie in memory. */
    private AVFrame source(String format, int rgb, Matrix matrix, Range range) {
        NativeFrame model = Clip.plain(pool, 2, 2, rgb, matrix, range);
        byte y = model.plane(0).get(0);
        byte u = model.plane(1).get(0);
        byte v = model.plane(2).get(0);
        model.release();
        byte red = (byte) (rgb >> 16);
        byte green = (byte) (rgb >> 8);
        byte blue = (byte) rgb;
        AVFrame frame = av_frame_alloc();
        frame.format(av_get_pix_fmt(format)).width(WIDTH).height(HEIGHT);
        frame.colorspace(matrix == Matrix.BT709 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M);
        frame.color_range(range == Range.FULL ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG);
        assertThat(av_frame_get_buffer(frame, 64)).isZero();
        switch (format) {
            case "bgr0", "bgra" -> fill(frame, 0, HEIGHT, blue, green, red, (byte) -1);
            case "rgb24" -> fill(frame, 0, HEIGHT, red, green, blue);
            case "bgr24" -> fill(frame, 0, HEIGHT, blue, green, red);
            case "yuyv422" -> fill(frame, 0, HEIGHT, y, u, y, v);
            case "nv12" -> {
                fill(frame, 0, HEIGHT, y);
                fill(frame, 1, HEIGHT / 2, u, v);
            }
            default -> {
                int chromaRows = format.contains("420") ? HEIGHT / 2 : HEIGHT;
                fill(frame, 0, HEIGHT, y);
                fill(frame, 1, chromaRows, u);
                fill(frame, 2, chromaRows, v);
            }
        }
        return frame;
    }

    private static void fill(AVFrame frame, int plane, int rows, byte... pattern) {
        int stride = frame.linesize(plane);
        ByteBuffer bytes = frame.data(plane).capacity((long) stride * rows).asByteBuffer();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column + pattern.length <= stride; column += pattern.length) {
                bytes.put(row * stride + column, pattern);
            }
        }
    }
}
