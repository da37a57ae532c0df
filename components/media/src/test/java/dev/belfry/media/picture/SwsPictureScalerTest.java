package dev.belfry.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.belfry.call.CallException;
import dev.belfry.frame.VideoFrame;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.Allocations;
import dev.belfry.media.Clip;
import dev.belfry.media.internal.NativeFrame;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwsPictureScalerTest {
    private final NativeFramePool pool = new NativeFramePool();
    private SwsPictureScaler scaler;

    @BeforeEach
    void open() throws CallException {
        scaler = SwsPictureScaler.create();
    }

    @AfterEach
    void nothingIsLeft() {
        scaler.close();
        assertThat(pool.outstanding()).isZero();
        pool.close();
        assertThat(pool.nativeBytes()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "BT601, LIMITED, 640, 360",
        "BT601, FULL, 640, 360",
        "BT709, LIMITED, 640, 360",
        "BT709, FULL, 640, 360",
        "BT601, LIMITED, 320, 180",
        "BT709, FULL, 427, 240",
        "BT601, LIMITED, 333, 187",
        "BT709, LIMITED, 800, 450",
        "BT709, LIMITED, 1, 1"
    })
    void coloursComeOutAsTheMatrixAndRangeSay(Matrix matrix, Range range, int width, int height) {
        int[] wanted = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF, 0x000000, 0x808080, 0xC04020, 0x2060A0};
        int[] rgb = new int[width * height];
        for (int colour : wanted) {
            NativeFrame frame = Clip.plain(pool, 640, 360, colour, matrix, range);
            Arrays.fill(rgb, 0x123456);
            scaler.scale(frame, width, height, rgb);
            frame.release();
            for (int pixel : rgb) {
                assertThat(Clip.distance(pixel, colour))
                        .as("%06X for %06X", pixel & 0xFFFFFF, colour)
                        .isLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void foreignFramesLookTheSame() {
        NativeFrame frame = Clip.talkingHead(pool, 321, 181, 7);
        VideoFrame foreign = new HeapFrame(frame);
        int[] near = new int[321 * 181];
        int[] far = new int[321 * 181];
        scaler.scale(frame, 321, 181, near);
        scaler.scale(foreign, 321, 181, far);
        frame.release();
        assertThat(far).isEqualTo(near);
    }

    /** Each pixel is as when its rows are the only ones of a picture; so it is where heights are even. */
    @ParameterizedTest
    @CsvSource({"1280, 720", "640, 360", "322, 182", "321, 180", "320, 34", "320, 2", "33, 66"})
    void everyRowComesFromItsOwnRowsOfTheFrame(int width, int height) {
        NativeFrame frame = Clip.talkingHead(pool, width, height, 7);
        int[] whole = new int[width * height];
        scaler.scale(frame, width, height, whole);
        for (int top = 0; top < height; top += 2) {
            int rows = Math.min(2, height - top);
            NativeFrame strip = rows(frame, top, rows);
            int[] alone = new int[width * rows];
            scaler.scale(strip, width, rows, alone);
            strip.release();
            int[] there = Arrays.copyOfRange(whole, top * width, (top + rows) * width);
            assertThat(there).as("rows from %d", top).isEqualTo(alone);
        }
        frame.release();
    }

    private NativeFrame rows(NativeFrame frame, int top, int rows) {
        NativeFrame strip = pool.take(frame.width(), rows);
        for (int plane = 0; plane < 3; plane++) {
            int first = plane == 0 ? top : top / 2;
            int count = plane == 0 ? rows : (rows + 1) / 2;
            int columns = plane == 0 ? frame.width() : (frame.width() + 1) / 2;
            for (int row = 0; row < count; row++) {
                for (int x = 0; x < columns; x++) {
                    byte value = frame.plane(plane).get((first + row) * frame.stride(plane) + x);
                    strip.plane(plane).put(row * strip.stride(plane) + x, value);
                }
            }
        }
        return strip;
    }

    @Test
    void shrunkenPictureIsTheAverageOfTheLarge() {
        NativeFrame frame = Clip.talkingHead(pool, 640, 360, 3);
        int[] large = new int[640 * 360];
        int[] small = new int[320 * 180];
        scaler.scale(frame, 640, 360, large);
        scaler.scale(frame, 320, 180, small);
        frame.release();
        int[] average = new int[320 * 180];
        for (int y = 0; y < 180; y++) {
            for (int x = 0; x < 320; x++) {
                int at = 2 * y * 640 + 2 * x;
                average[y * 320 + x] = Clip.average(large[at], large[at + 1], large[at + 640], large[at + 641]);
            }
        }
        assertThat(Psnr.rgb(small, average)).isGreaterThan(30);
    }

    @Test
    void refusesTooSmallArraysAndUseAfterClose() {
        NativeFrame frame = pool.take(64, 48);
        assertThatThrownBy(() -> scaler.scale(frame, 64, 48, new int[10])).isInstanceOf(IllegalArgumentException.class);
        scaler.close();
        assertThatThrownBy(() -> scaler.scale(frame, 64, 48, new int[64 * 48]))
                .isInstanceOf(IllegalStateException.class);
        frame.release();
    }

    @Test
    void steadyScalingAllocatesNothing() {
        NativeFrame frame = Clip.talkingHead(pool, 640, 360, 3);
        int[] rgb = new int[320 * 180];
        long bytes = Allocations.perRun(200, () -> scaler.scale(frame, 320, 180, rgb));
        frame.release();
        assertThat(bytes).isLessThanOrEqualTo(64);
    }

    @Test
    void psnrOfKnownDifferences() {
        NativeFrame a = Clip.plain(pool, 64, 48, 0x808080, Matrix.BT601, Range.LIMITED);
        NativeFrame b = Clip.plain(pool, 64, 48, 0x808080, Matrix.BT601, Range.LIMITED);
        assertThat(Psnr.luma(a, b)).isInfinite();
        for (int i = 0; i < b.plane(0).limit(); i++) {
            b.plane(0).put(i, (byte) (b.plane(0).get(i) + 1));
        }
        assertThat(Psnr.luma(a, b)).isCloseTo(20 * Math.log10(255), within(0.001));
        assertThat(Psnr.rgb(new int[] {0x010101}, new int[] {0})).isCloseTo(20 * Math.log10(255), within(0.001));
        a.release();
        b.release();
    }
}
