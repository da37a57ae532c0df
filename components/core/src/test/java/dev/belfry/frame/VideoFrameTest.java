package dev.belfry.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class VideoFrameTest {
    private final VideoFrame frame = new VideoFrame() {
        @Override
        public int width() {
            return 4;
        }

        @Override
        public int height() {
            return 2;
        }

        @Override
        public ByteBuffer plane(int index) {
            return ByteBuffer.allocateDirect(8);
        }

        @Override
        public int stride(int index) {
            return index == 0 ? 4 : 2;
        }

        @Override
        protected void recycle() {}
    };

    @Test
    void picture_is_bt601_upright_unless_told_otherwise() {
        assertThat(frame.matrix()).isEqualTo(VideoFrame.Matrix.BT601);
        assertThat(frame.range()).isEqualTo(VideoFrame.Range.LIMITED);
        assertThat(frame.rotation()).isZero();
    }

    @Test
    void whoever_fills_it_describes_it() {
        frame.setColours(VideoFrame.Matrix.BT709, VideoFrame.Range.FULL);
        frame.setRotation(270);
        frame.setTime(5, 6);
        assertThat(frame.matrix()).isEqualTo(VideoFrame.Matrix.BT709);
        assertThat(frame.range()).isEqualTo(VideoFrame.Range.FULL);
        assertThat(frame.rotation()).isEqualTo(270);
        assertThat(frame.captureNanos()).isEqualTo(5);
        assertThat(frame.sequence()).isEqualTo(6);
        assertThatIllegalArgumentException().isThrownBy(() -> frame.setRotation(45));
    }
}
