package dev.belfry.swing.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {
    @ParameterizedTest
    @CsvSource({
        "CONTAIN, 1280, 720, 1280,  720, 1280,  720",
        "CONTAIN, 1280, 720,  640,  640,  640,  360",
        "CONTAIN, 1280, 720, 1280,  721, 1280,  720",
        "CONTAIN,  720, 1280, 640,  640,  360,  640",
        "CONTAIN,  320, 180, 1920, 1080, 1920, 1080",
        "CONTAIN, 4000,   3,  100,  100,  100,    1",
        "CONTAIN, 1920, 1080, 200,  112,  200,  112",
        "COVER,   1920, 1080, 200,  112,  200,  112",
        "COVER,   1280, 720, 1280,  720, 1280,  720",
        "COVER,   1280, 720,  360,  360,  640,  360",
        "COVER,    720, 1280, 360,  360,  360,  640",
        "COVER,    320, 180, 1000, 1000, 1778, 1000",
    })
    void keepsTheShapeOfThePicture(Fit fit, int width, int height, int boxW, int boxH, int drawnW, int drawnH) {
        assertThat(fit.drawnWidth(width, height, boxW, boxH)).isEqualTo(drawnW);
        assertThat(fit.drawnHeight(width, height, boxW, boxH)).isEqualTo(drawnH);
    }

    @Test
    void containNeverSticksOutAndCoverNeverLeavesABarWhateverTheSizes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int width = 1 + random.nextInt(4000);
            int height = 1 + random.nextInt(4000);
            int boxW = 1 + random.nextInt(4000);
            int boxH = 1 + random.nextInt(4000);
            String sizes = width + "x" + height + " in " + boxW + "x" + boxH;
            assertThat(Fit.CONTAIN.drawnWidth(width, height, boxW, boxH))
                    .as(sizes)
                    .isBetween(1, boxW);
            assertThat(Fit.CONTAIN.drawnHeight(width, height, boxW, boxH))
                    .as(sizes)
                    .isBetween(1, boxH);
            assertThat(Fit.COVER.drawnWidth(width, height, boxW, boxH))
                    .as(sizes)
                    .isGreaterThanOrEqualTo(boxW);
            assertThat(Fit.COVER.drawnHeight(width, height, boxW, boxH))
                    .as(sizes)
                    .isGreaterThanOrEqualTo(boxH);
        }
    }
}
