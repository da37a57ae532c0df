package dev.belfry.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedFramePoolTest {
    private final EncodedFramePool pool = new EncodedFramePool(16);

    @Test
    void frame_that_came_back_is_handed_out_again() {
        EncodedFrame first = pool.take();
        assertThat(pool.outstanding()).isEqualTo(1);
        first.release();
        assertThat(pool.outstanding()).isZero();
        assertThat(pool.take()).isSameAs(first);
    }

    @Test
    void closed_pool_keeps_no_frame() {
        EncodedFrame idle = pool.take();
        EncodedFrame out = pool.take();
        idle.release();
        pool.close();
        out.release();
        assertThat(pool.outstanding()).isZero();
        assertThat(pool.take()).isNotSameAs(idle).isNotSameAs(out);
    }

    @Test
    void frame_comes_back_with_its_last_release_only() {
        EncodedFrame frame = pool.take();
        frame.retain();
        frame.release();
        assertThat(pool.outstanding()).isEqualTo(1);
        frame.release();
        assertThat(pool.outstanding()).isZero();
    }

    @Test
    void released_too_often_or_retained_too_late_is_told() {
        EncodedFrame frame = pool.take();
        frame.release();
        assertThatIllegalStateException().isThrownBy(frame::release);
        EncodedFrame other = new EncodedFramePool(1).take();
        other.release();
        assertThatIllegalStateException().isThrownBy(other::retain);
    }

    @Test
    void frame_grows_with_what_it_has_to_hold_and_is_described() {
        EncodedFrame frame = pool.take();
        ByteBuffer data = frame.start(1000);
        assertThat(data.remaining()).isEqualTo(1000);
        assertThat(data.isDirect()).isTrue();
        data.put(new byte[10]).flip();
        frame.describe(Codec.VP8, true, 90_000, 42, 7);
        assertThat(frame.data().remaining()).isEqualTo(10);
        assertThat(frame.codec()).isEqualTo(Codec.VP8);
        assertThat(frame.kind()).isEqualTo(MediaKind.VIDEO);
        assertThat(frame.codec().clockRate()).isEqualTo(90_000);
        assertThat(frame.isKeyFrame()).isTrue();
        assertThat(frame.timestamp()).isEqualTo(90_000);
        assertThat(frame.captureNanos()).isEqualTo(42);
        assertThat(frame.sequence()).isEqualTo(7);
        assertThat(frame.start(4).capacity()).as("no new memory for less").isGreaterThanOrEqualTo(1000);
    }

    @Test
    void pool_keeps_a_bounded_number_of_idle_frames() {
        List<EncodedFrame> frames = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            frames.add(pool.take());
        }
        frames.forEach(EncodedFrame::release);
        List<EncodedFrame> again = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            again.add(pool.take());
        }
        assertThat(again.stream().filter(frames::contains)).hasSize(64);
    }
}
