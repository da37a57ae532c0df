package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PictureHoldTest {
    private static final long MILLI = 1_000_000;
    private static final long START = 77_000 * MILLI;

    private final PictureHold hold = new PictureHold();
    private long millis;

    @Test
    void nothingWaitsInAnOrdinaryCall() {
        play(10_000, 110, 20);
        assertThat(hold.waitNanos(captured(), now() + 20 * MILLI)).isZero();
    }

    @Test
    void picturesWaitForSoundThatIsHeardLate() {
        play(10_000, 320, 20);
        assertThat((double) hold.waitNanos(captured(), now() + 20 * MILLI)).isCloseTo(175 * MILLI, within(4.0 * MILLI));
    }

    @Test
    void onePictureThatComesLateWaitsForLess() {
        play(10_000, 320, 20);
        assertThat((double) hold.waitNanos(captured(), now() + 120 * MILLI)).isCloseTo(75 * MILLI, within(4.0 * MILLI));
        assertThat(hold.waitNanos(captured(), now() + 900 * MILLI)).isZero();
    }

    @Test
    void picturesWaitHalfASecondAtMost() {
        play(60_000, 5000, 20);
        assertThat(hold.waitNanos(captured(), now())).isEqualTo(PictureHold.LONGEST_NANOS);
    }

    @Test
    void whatWasTakenAtAnUnknownTimeDoesNotWait() {
        play(10_000, 320, 20);
        assertThat(hold.waitNanos(0, now())).isZero();
        PictureHold fresh = new PictureHold();
        fresh.sound(0, now() + 900 * MILLI);
        fresh.picture(0, now());
        assertThat(fresh.waitNanos(0, now())).isZero();
        assertThat(fresh.waitNanos(captured(), now())).isZero();
    }

    @Test
    void picturesAreFreeAgainOnceTheSoundHasCaughtUp() {
        play(10_000, 320, 20);
        play(10_000, 60, 20);
        assertThat(hold.waitNanos(captured(), now() + 20 * MILLI)).isLessThan(2 * MILLI);
    }

    /** Passes a time in which sound is heard and pictures come so many milliseconds after they were taken. */
    private void play(int forMillis, int soundLag, int pictureLag) {
        for (int i = 0; i < forMillis / 20; i++) {
            millis += 20;
            hold.sound(captured(), now() + soundLag * MILLI);
            if (i % 2 == 0) {
                hold.picture(captured(), now() + pictureLag * MILLI);
            }
        }
    }

    private long now() {
        return START + millis * MILLI;
    }

    /** On a clock that shows another time than this side's. */
    private long captured() {
        return now() - 5000 * MILLI;
    }
}
