package dev.belfry.swing.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.PictureScaler;
import dev.belfry.frame.VideoFrame.Matrix;
import dev.belfry.frame.VideoFrame.Range;
import dev.belfry.media.picture.SwsPictureScaler;
import dev.belfry.testkit.FakeVideoTrack;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours through the real scaler, against the formulas of ITU-R BT.601 and BT.709. */
class VideoViewColoursTest {
    private final FakeVideoTrack track = new FakeVideoTrack();

    @ParameterizedTest
    @CsvSource({
        "BT601, LIMITED, 0.299,  0.114",
        "BT601, FULL,    0.299,  0.114",
        "BT709, LIMITED, 0.2126, 0.0722",
        "BT709, FULL,    0.2126, 0.0722",
    })
    void areThoseOfTheStreamWithinThreeLevels(Matrix matrix, Range range, double kr, double kb) {
        VideoView view = GuiActionRunner.execute(() -> new VideoView(VideoViewColoursTest::scaler));
        GuiActionRunner.execute(() -> {
            view.setSize(64, 48);
            view.addNotify();
            view.setTrack(track);
        });
        paint(view);
        int[][] colours = {
            {255, 0, 0},
            {0, 255, 0},
            {0, 0, 255},
            {255, 255, 0},
            {255, 255, 255},
            {0, 0, 0},
            {128, 128, 128},
            {200, 120, 80}
        };
        for (int[] rgb : colours) {
            for (int width : new int[] {64, 256}) {
                PlainFrame frame = new PlainFrame(width, width * 3 / 4, toYuv(rgb, range, kr, kb));
                frame.setColours(matrix, range);
                track.push(frame);
                int shown = paint(view).getRGB(32, 24);
                String which = matrix + " " + range + " #" + Integer.toHexString(shown);
                assertThat(shown >> 16 & 0xFF).as(which).isCloseTo(rgb[0], within(3));
                assertThat(shown >> 8 & 0xFF).as(which).isCloseTo(rgb[1], within(3));
                assertThat(shown & 0xFF).as(which).isCloseTo(rgb[2], within(3));
            }
        }
        GuiActionRunner.execute(view::removeNotify);
    }

    private static int[] toYuv(int[] rgb, Range range, double kr, double kb) {
        double y = kr * rgb[0] + (1 - kr - kb) * rgb[1] + kb * rgb[2];
        double u = (rgb[2] - y) / (2 * (1 - kb));
        double v = (rgb[0] - y) / (2 * (1 - kr));
        if (range == Range.LIMITED) {
            return levels(16 + y * 219 / 255, 128 + u * 224 / 255, 128 + v * 224 / 255);
        }
        return levels(y, 128 + u, 128 + v);
    }

    private static int[] levels(double... values) {
        int[] levels = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            levels[i] = (int) Math.min(255, Math.round(values[i]));
        }
        return levels;
    }

    private static BufferedImage paint(VideoView view) {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        GuiActionRunner.execute(() -> {
            Graphics2D g = image.createGraphics();
            view.paint(g);
            g.dispose();
        });
        return image;
    }

    private static PictureScaler scaler() {
        try {
            return SwsPictureScaler.create();
        } catch (CallException e) {
            throw new IllegalStateException(e);
        }
    }
}
