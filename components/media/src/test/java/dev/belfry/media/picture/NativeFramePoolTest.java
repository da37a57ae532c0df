package dev.belfry.media.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NativeFramePoolTest {
    @BeforeAll
    static void load() throws CallException {
        Natives.load();
    }

    @Test
    void planesAreDirectAndLongEnough() {
        try (NativeFramePool pool = new NativeFramePool()) {
            NativeFrame frame = pool.take(321, 181);
            assertThat(frame.width()).isEqualTo(321);
            assertThat(frame.height()).isEqualTo(181);
            for (int plane = 0; plane < 3; plane++) {
                int columns = plane == 0 ? 321 : 161;
                int rows = plane == 0 ? 181 : 91;
                ByteBuffer samples = frame.plane(plane);
                assertThat(samples.isDirect()).isTrue();
                assertThat(frame.stride(plane)).isGreaterThanOrEqualTo(columns);
                assertThat(samples.remaining()).isEqualTo(frame.stride(plane) * (rows - 1) + columns);
                samples.put(samples.limit() - 1, (byte) 77);
                assertThat(frame.plane(plane).get(samples.limit() - 1)).isEqualTo((byte) 77);
            }
            frame.release();
        }
    }

    @Test
    void releasedFrameIsTakenAgainWithDefaults() {
        try (NativeFramePool pool = new NativeFramePool()) {
            NativeFrame first = pool.take(64, 48);
            first.setColours(Matrix.BT709, Range.FULL);
            first.setRotation(90);
            first.setTime(5, 6);
            first.release();
            NativeFrame second = pool.take(64, 48);
            assertThat(second).isSameAs(first);
            assertThat(second.matrix()).isEqualTo(Matrix.BT601);
            assertThat(second.range()).isEqualTo(Range.LIMITED);
            assertThat(second.rotation()).isZero();
            assertThat(second.sequence()).isZero();
            second.release();
        }
    }

    @Test
    void countsWhatIsOutAndWhatItHolds() {
        NativeFramePool pool = new NativeFramePool();
        NativeFrame frame = pool.take(64, 48);
        frame.retain();
        assertThat(pool.outstanding()).isEqualTo(1);
        assertThat(pool.nativeBytes()).isGreaterThanOrEqualTo(64 * 48 * 3 / 2);
        frame.release();
        assertThat(pool.outstanding()).isEqualTo(1);
        pool.close();
        assertThat(pool.nativeBytes()).isPositive();
        frame.release();
        assertThat(pool.outstanding()).isZero();
        assertThat(pool.nativeBytes()).isZero();
        assertThatThrownBy(() -> pool.take(64, 48)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsNoMoreIdleMemoryThanAFewFrames() {
        try (NativeFramePool pool = new NativeFramePool()) {
            for (int size = 16; size < 416; size += 16) {
                NativeFrame frame = pool.take(size, size);
                assertThat(frame.width()).isEqualTo(size);
                frame.plane(0).put(frame.plane(0).limit() - 1, (byte) 1);
                frame.release();
            }
            assertThat(pool.nativeBytes()).isLessThan(8 * 512 * 448 * 3 / 2);
        }
    }

    @Test
    void refusesEmptyPictures() {
        try (NativeFramePool pool = new NativeFramePool()) {
            assertThatThrownBy(() -> pool.take(0, 48)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesPicturesTooLargeForMemory() {
        try (NativeFramePool pool = new NativeFramePool()) {
            assertThatThrownBy(() -> pool.take(1 << 20, 1 << 20)).isInstanceOf(IllegalStateException.class);
            assertThat(pool.outstanding()).isZero();
            assertThat(pool.nativeBytes()).isZero();
        }
    }
}
