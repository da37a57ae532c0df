package dev.belfry.media.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.Clip;
import dev.belfry.media.internal.NativeFrame;
import dev.belfry.media.internal.Natives;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRotationTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 22;

    private final NativeFramePool pool = new NativeFramePool();

    @BeforeEach
    void load() throws CallException {
        Natives.load();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(pool.outstanding()).isZero();
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void everySampleGoesWhereAClockwiseTurnPutsIt(int degrees) {
        NativeFrame frame = Clip.talkingHead(pool, WIDTH, HEIGHT, 5);
        frame.setRotation(degrees);
        NativeFrame turned = FrameRotation.upright(frame, pool);
        for (int y = 0; y < turned.height(); y++) {
            for (int x = 0; x < turned.width(); x++) {
                int fromX = switch (degrees) {
                    case 90 -> y;
                    case 180 -> WIDTH - 1 - x;
                    case 270 -> WIDTH - 1 - y;
                    default -> x;
                };
                int fromY = switch (degrees) {
                    case 90 -> HEIGHT - 1 - x;
                    case 180 -> HEIGHT - 1 - y;
                    case 270 -> x;
                    default -> y;
                };
                assertThat(turned.plane(0).get(y * turned.stride(0) + x))
                        .isEqualTo(frame.plane(0).get(fromY * frame.stride(0) + fromX));
            }
        }
        frame.release();
        turned.release();
    }

    @Test
    void coloursAndTimeStayAndTheRotationGoes() {
        NativeFrame frame = Clip.plain(pool, 4, 2, 0xC04020, Matrix.BT709, Range.FULL);
        frame.setTime(3, 4);
        frame.setRotation(270);
        NativeFrame turned = FrameRotation.upright(frame, pool);
        assertThat(turned.width()).isEqualTo(2);
        assertThat(turned.height()).isEqualTo(4);
        assertThat(turned.matrix()).isEqualTo(Matrix.BT709);
        assertThat(turned.range()).isEqualTo(Range.FULL);
        assertThat(turned.captureNanos()).isEqualTo(3);
        assertThat(turned.rotation()).isZero();
        assertThat(turned.plane(2).get(0)).isEqualTo(frame.plane(2).get(0));
        frame.release();
        turned.release();
    }
}
