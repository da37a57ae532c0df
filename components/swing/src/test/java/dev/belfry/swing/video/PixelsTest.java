package dev.belfry.swing.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelsTest {
    private static final int[] SOURCE = {
        1, 2, 3,
        4, 5, 6
    };

    @Test
    void mirrorsEachRow() {
        int[] pixels = SOURCE.clone();
        Pixels.mirror(pixels, 3, 2);
        assertThat(pixels).containsExactly(3, 2, 1, 6, 5, 4);
    }

    @Test
    void turnsHalf() {
        int[] pixels = SOURCE.clone();
        Pixels.turnHalf(pixels, 3, 2);
        assertThat(pixels).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void flips() {
        int[] pixels = SOURCE.clone();
        Pixels.flip(pixels, 3, 2);
        assertThat(pixels).containsExactly(4, 5, 6, 1, 2, 3);
    }

    @Test
    void turnsAQuarterEitherWay() {
        assertThat(quarter(true, false)).containsExactly(4, 1, 5, 2, 6, 3);
        assertThat(quarter(false, false)).containsExactly(3, 6, 2, 5, 1, 4);
    }

    @Test
    void mirrorsWhatWasTurnedAQuarter() {
        assertThat(quarter(true, true)).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(quarter(false, true)).containsExactly(6, 3, 5, 2, 4, 1);
    }

    @Test
    void takesTheColourAndKeepsTheBrightness() {
        int[] pixels = {0x5AFFFFFF, 0, 0xFF0000, 0x00FF00, 0x0000FF, 0x808080};
        Pixels.desaturate(pixels);
        assertThat(pixels).containsExactly(0xFFFFFF, 0, 0x4C4C4C, 0x959595, 0x1C1C1C, 0x808080);
    }

    private static int[] quarter(boolean clockwise, boolean mirrored) {
        int[] target = new int[6];
        Pixels.turnQuarter(SOURCE, 3, 2, target, clockwise, mirrored);
        return target;
    }
}
