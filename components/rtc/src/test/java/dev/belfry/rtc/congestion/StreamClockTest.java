package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.belfry.rtc.rtcp.NtpTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StreamClockTest {
    private static final long SECOND = 1_000_000_000;
    private static final long START = NtpTime.of(Instant.parse("2026-11-21T12:00:00Z"));

    private final StreamClock clock = new StreamClock(90_000);

    @Test
    void nothing_is_known_before_the_first_report() {
        assertThat(clock.isKnown()).isFalse();
        assertThatThrownBy(() -> clock.ntpTime(0)).isInstanceOf(IllegalStateException.class);
        clock.report(0, 1000);
        assertThat(clock.isKnown()).as("a sender without a clock").isFalse();
    }

    @Test
    void times_before_and_after_a_report_are_mapped_across_the_wrap() {
        clock.report(START, 0xFFFF_FFF0L);
        assertThat(after(0xFFFF_FFF0L)).isZero();
        assertThat(after(90_000 - 16)).isEqualTo(SECOND);
        assertThat(after(0xFFFF_FFF0L - 45_000)).isEqualTo(-SECOND / 2);
    }

    @Test
    void the_end_of_ntps_era_changes_nothing() {
        long end = NtpTime.of(Instant.parse("2036-02-07T06:28:15.5Z"));
        clock.report(end, 0);
        clock.report(NtpTime.plusNanos(end, 5 * SECOND), 5 * 90_000);
        assertThat(NtpTime.toInstant(clock.ntpTime(6 * 90_000))).isEqualTo(Instant.parse("2036-02-07T06:28:21.5Z"));
    }

    @Test
    void a_clock_that_drifts_is_followed() {
        double rate = 90_000 * 1.0002;
        long rtp = 4_294_000_000L;
        for (long i = 0; i < 20; i++) {
            clock.report(NtpTime.plusNanos(START, i * 5 * SECOND), (long) (rtp + i * 5 * rate) & 0xFFFF_FFFFL);
        }
        assertThat(clock.drift()).isCloseTo(0.0002, within(0.000_005));
        // a minute without a report: a clock taken to be right would be 12 ms off
        long later = (long) (rtp + (95 + 60) * rate) & 0xFFFF_FFFFL;
        assertThat((double) after(later)).isCloseTo(155e9, within(0.5e6));
    }

    @Test
    void reports_that_shake_do_not_make_a_drift() {
        for (long i = 0; i < 20; i++) {
            clock.report(NtpTime.plusNanos(START, i * 200_000_000L + (i % 3) * 3_000_000L), i * 18_000L);
        }
        assertThat(clock.drift()).isZero();
    }

    @Test
    void a_stream_whose_time_jumps_is_mapped_anew() {
        clock.report(START, 1000);
        clock.report(NtpTime.plusNanos(START, SECOND), 2_000_000_000L);
        assertThat(after(2_000_090_000L)).isEqualTo(2 * SECOND);
        clock.report(NtpTime.plusNanos(START, 3600 * SECOND), 2_000_180_000L);
        assertThat(after(2_000_180_000L)).isEqualTo(3600 * SECOND);
    }

    @Test
    void a_report_that_comes_twice_or_late_changes_nothing() {
        clock.report(START, 0);
        clock.report(NtpTime.plusNanos(START, 5 * SECOND), 450_000);
        clock.report(START, 0);
        clock.report(NtpTime.plusNanos(START, 5 * SECOND), 450_000);
        assertThat(after(900_000)).isEqualTo(10 * SECOND);
        assertThat(clock.clockRate()).isEqualTo(90_000);
    }

    private long after(long rtpTimestamp) {
        return NtpTime.nanosBetween(START, clock.ntpTime(rtpTimestamp));
    }
}
