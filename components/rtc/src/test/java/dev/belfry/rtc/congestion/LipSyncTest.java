package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.belfry.rtc.rtcp.NtpTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LipSyncTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long START = NtpTime.of(Instant.parse("2026-11-21T12:00:00Z"));
    private static final long SOUND_OFFSET = 4_294_967_000L;
    private static final long PICTURE_OFFSET = 77;

    private final StreamClock soundClock = new StreamClock(48_000);
    private final StreamClock pictureClock = new StreamClock(90_000);
    private final LipSync sync = new LipSync();
    private double soundDrift;
    private int millis;

    @Test
    void nothing_is_delayed_before_both_have_reports() {
        soundClock.report(START, SOUND_OFFSET);
        play(1000, 20, 500);
        assertThat(sync.skewNanos()).isZero();
        assertThat(sync.soundDelayNanos()).isZero();
        assertThat(sync.pictureDelayNanos()).isZero();
    }

    @Test
    void sound_waits_for_pictures_that_are_late() {
        report();
        play(10_000, 40, 240);
        assertThat(sync.skewNanos()).isBetween(199 * MILLI, 201 * MILLI);
        assertThat((double) sync.soundDelayNanos()).isCloseTo(200 * MILLI, within(3.0 * MILLI));
        assertThat(sync.pictureDelayNanos()).isZero();
    }

    @Test
    void pictures_wait_for_sound_that_is_late_until_nobody_notices() {
        report();
        play(10_000, 320, 20);
        assertThat((double) sync.pictureDelayNanos()).isCloseTo(175 * MILLI, within(3.0 * MILLI));
        assertThat(sync.soundDelayNanos()).isZero();
        assertThat((double) sync.pictureReadyNanos(SECOND))
                .isCloseTo((double) (SECOND + 20 * MILLI + toReady()), within(1e6));
    }

    @Test
    void sound_that_is_late_unnoticed_holds_no_picture_back() {
        report();
        play(10_000, 144, 20);
        assertThat(sync.skewNanos()).isBetween(-125 * MILLI, -123 * MILLI);
        assertThat(sync.pictureDelayNanos()).isZero();
        assertThat(sync.soundDelayNanos()).isZero();
    }

    @Test
    void sound_that_ends_is_waited_for_no_longer() {
        report();
        play(10_000, 320, 20);
        for (int i = 0; i < 300; i++) {
            millis += 33;
            sync.pictureReady(captured(pictureClock, pictureTime()), ready(20));
        }
        assertThat(sync.pictureDelayNanos()).isLessThan(2 * MILLI);
    }

    @Test
    void the_delay_changes_by_50_ms_a_second() {
        report();
        play(1000, 0, 300);
        assertThat(sync.soundDelayNanos()).isBetween(40 * MILLI, 51 * MILLI);
        play(1000, 0, 300);
        assertThat(sync.soundDelayNanos()).isBetween(90 * MILLI, 101 * MILLI);
    }

    @Test
    void a_little_is_let_be() {
        report();
        play(10_000, 30, 42);
        assertThat(sync.soundDelayNanos()).isZero();
    }

    @Test
    void what_comes_later_than_anyone_waits_for_is_not_waited_for_longer() {
        report();
        play(60_000, 0, 5000);
        assertThat(sync.soundDelayNanos()).isBetween(998 * MILLI, LipSync.LONGEST_NANOS);
    }

    @Test
    void a_clock_that_drifts_loses_no_sync_in_an_hour() {
        soundDrift = 0.0003;
        for (int i = 0; i < 720; i++) {
            report();
            play(5000, 40, 60);
        }
        // without reports it would be a second
        assertThat(Math.abs(sync.skewNanos() - 20 * MILLI)).isLessThan(3 * MILLI);
        assertThat(sync.soundDelayNanos()).isBetween(15 * MILLI, 24 * MILLI);
    }

    @Test
    void it_allocates_nothing() {
        report();
        assertThat(Allocation.of(200, () -> play(100, 10, 90))).isLessThan(10_000);
    }

    private void report() {
        long ntp = NtpTime.plusNanos(START, millis * MILLI);
        soundClock.report(ntp, soundTime());
        pictureClock.report(ntp, pictureTime());
    }

    /** Plays for a time, of a peer whose sound and pictures are ready so many milliseconds after they were taken. */
    private void play(int forMillis, int soundLag, int pictureLag) {
        for (int i = 0; i < forMillis / 10; i++) {
            millis += 10;
            if (soundClock.isKnown()) {
                sync.soundReady(captured(soundClock, soundTime()), ready(soundLag));
            }
            if (i % 3 == 0 && pictureClock.isKnown()) {
                sync.pictureReady(captured(pictureClock, pictureTime()), ready(pictureLag));
            }
        }
    }

    private static long captured(StreamClock clock, long rtpTimestamp) {
        return NtpTime.nanosBetween(START, clock.ntpTime(rtpTimestamp));
    }

    private long ready(int lag) {
        return (millis + lag) * MILLI + toReady();
    }

    /** This side's clock shows another time than the peer's. */
    private static long toReady() {
        return -3 * SECOND;
    }

    private long soundTime() {
        return (SOUND_OFFSET + (long) (millis * 48 * (1 + soundDrift))) & 0xFFFF_FFFFL;
    }

    private long pictureTime() {
        return (PICTURE_OFFSET + millis * 90L) & 0xFFFF_FFFFL;
    }
}
