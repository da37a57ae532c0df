package dev.belfry.swing.video;

import static dev.belfry.swing.video.GridScaler.colour;
import static dev.belfry.swing.video.OffScreen.pixel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.function.IntBinaryOperator;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoViewPixelsTest {
    private static final int STAGE = 0x0E1013;
    private static final int OUTSIDE = 0xFF00FF;

    @ParameterizedTest
    @CsvSource({
        "1.0,  0,    160, 90",
        "1.25, 0,    200, 112",
        "1.5,  0,    240, 135",
        "2.0,  0,    320, 180",
        "1.25, 3.75, 200, 112",
        "1.5,  4.5,  240, 135",
    })
    void onePixelOfThePictureIsOneOfTheDeviceAtEveryScale(double scale, double shift, int width, int height) {
        OffScreen screen = new OffScreen(160, 90);
        BufferedImage shown = screen.show(new PlainFrame(1920, 1080), scale, shift);
        int left = (int) Math.ceil(shift - 0.5);
        assertThat(screen.scaler.width).isEqualTo(width);
        assertThat(screen.scaler.height).isEqualTo(height);
        assertPixels(shown, left, left, width, height, (x, y) -> colour(x, y));
        assertThat(pixel(shown, left + width, left)).isEqualTo(OUTSIDE);
        assertThat(pixel(shown, left, left + height)).isEqualTo(OUTSIDE);
        screen.remove();
    }

    @Test
    void barsOfTheStageFillTheRest() {
        OffScreen screen = new OffScreen(100, 100);
        BufferedImage shown = screen.show(new PlainFrame(1280, 720), 1, 0);
        assertPixels(shown, 0, 0, 100, 22, (x, y) -> STAGE);
        assertPixels(shown, 0, 22, 100, 56, (x, y) -> colour(x, y));
        assertPixels(shown, 0, 78, 100, 22, (x, y) -> STAGE);
        screen.remove();
    }

    @Test
    void coveringCutsBothSidesAlike() {
        OffScreen screen = new OffScreen(90, 90);
        GuiActionRunner.execute(() -> screen.view.setFit(Fit.COVER));
        BufferedImage shown = screen.show(new PlainFrame(1280, 720), 1, 0);
        assertThat(screen.scaler.width).isEqualTo(160);
        assertPixels(shown, 0, 0, 90, 90, (x, y) -> colour(x + 35, y));
        screen.remove();
    }

    @Test
    void aSelfViewIsMirrored() {
        OffScreen screen = new OffScreen(160, 90);
        GuiActionRunner.execute(() -> screen.view.setMirrored(true));
        BufferedImage shown = screen.show(new PlainFrame(640, 360), 1, 0);
        assertPixels(shown, 0, 0, 160, 90, (x, y) -> colour(159 - x, y));
        screen.remove();
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void aTurnedPictureIsShownUpright(int rotation) {
        boolean sideways = rotation != 180;
        OffScreen screen = new OffScreen(sideways ? 90 : 160, sideways ? 160 : 90);
        BufferedImage shown = screen.show(new PlainFrame(640, 360).rotated(rotation), 1, 0);
        IntBinaryOperator expected = switch (rotation) {
            case 90 -> (x, y) -> colour(y, 89 - x);
            case 180 -> (x, y) -> colour(159 - x, 89 - y);
            default -> (x, y) -> colour(159 - y, x);
        };
        assertPixels(shown, 0, 0, screen.view.getWidth(), screen.view.getHeight(), expected);
        screen.remove();
    }

    @Test
    void aTurnedSelfViewIsMirroredAfterTheTurn() {
        OffScreen screen = new OffScreen(90, 160);
        GuiActionRunner.execute(() -> screen.view.setMirrored(true));
        BufferedImage shown = screen.show(new PlainFrame(640, 360).rotated(90), 1, 0);
        assertPixels(shown, 0, 0, 90, 160, (x, y) -> colour(y, x));
        shown = screen.show(new PlainFrame(640, 360).rotated(180), 1, 0);
        int top = (160 - 51) / 2;
        assertPixels(shown, 0, top, 90, 51, (x, y) -> colour(x, 50 - y));
        screen.remove();
    }

    @Test
    void aSmallFrameIsConvertedAtItsOwnSizeAndEnlargedByPainting() {
        OffScreen screen = new OffScreen(320, 180);
        BufferedImage shown = screen.show(new PlainFrame(32, 18), 1, 0);
        assertThat(screen.scaler.width).isEqualTo(32);
        assertThat(screen.scaler.height).isEqualTo(18);
        int middle = pixel(shown, 164, 94);
        assertThat(middle >> 16 & 0xFF).isCloseTo(16 * 7, within(8));
        screen.remove();
    }

    @Test
    void aFrameOfAnotherSizeFitsAnew() {
        OffScreen screen = new OffScreen(160, 120);
        screen.show(new PlainFrame(640, 360), 1, 0);
        BufferedImage shown = screen.show(new PlainFrame(640, 480), 1, 0);
        assertPixels(shown, 0, 0, 160, 120, (x, y) -> colour(x, y));
        screen.remove();
    }

    @Test
    void afterAResizeTheNextFrameIsSharpAgain() {
        OffScreen screen = new OffScreen(160, 90);
        screen.show(new PlainFrame(1280, 720), 1, 0);
        GuiActionRunner.execute(() -> screen.view.setSize(320, 180));
        BufferedImage shown = screen.show(new PlainFrame(1280, 720), 1, 0);
        assertPixels(shown, 0, 0, 320, 180, (x, y) -> colour(x, y));
        screen.remove();
    }

    @Test
    void theLastPictureLosesItsColoursWhileReconnecting() {
        OffScreen screen = new OffScreen(160, 90);
        screen.show(new PlainFrame(1280, 720), 1, 0);
        GuiActionRunner.execute(() -> screen.view.setDesaturated(true));
        for (BufferedImage shown : new BufferedImage[] {
            screen.paint(1, 0), screen.paint(1, 0), screen.show(new PlainFrame(1280, 720), 1, 0)
        }) {
            int[] pixels = {colour(77, 33)};
            Pixels.desaturate(pixels);
            assertThat(pixel(shown, 77, 33)).isEqualTo(pixels[0]);
        }
        GuiActionRunner.execute(() -> screen.view.setDesaturated(false));
        assertThat(pixel(screen.show(new PlainFrame(1280, 720), 1, 0), 77, 33)).isEqualTo(colour(77, 33));
        screen.remove();
    }

    @Test
    void dimmingLaysTheStageOverThePictureAndNotOverTheSnapshot() {
        OffScreen screen = new OffScreen(160, 90);
        GuiActionRunner.execute(() -> screen.view.setDimming(1));
        BufferedImage shown = screen.show(new PlainFrame(1280, 720), 1, 0);
        assertPixels(shown, 0, 0, 160, 90, (x, y) -> STAGE);
        BufferedImage snapshot = GuiActionRunner.execute(screen.view::snapshot);
        assertThat(snapshot).isNotNull();
        assertPixels(snapshot, 0, 0, 160, 90, (x, y) -> colour(x, y));
        screen.remove();
    }

    private static void assertPixels(
            BufferedImage image, int left, int top, int width, int height, IntBinaryOperator expected) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (pixel(image, left + x, top + y) != expected.applyAsInt(x, y)) {
                    assertThat(Integer.toHexString(pixel(image, left + x, top + y)))
                            .as("pixel %d,%d", x, y)
                            .isEqualTo(Integer.toHexString(expected.applyAsInt(x, y)));
                }
            }
        }
    }
}
