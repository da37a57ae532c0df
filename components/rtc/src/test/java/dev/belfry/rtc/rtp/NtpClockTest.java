package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NtpClockTest {
    private static final long SECOND = 1_000_000_000L;

    /** Figure 2 in RFC 3550 section 6.4.1: a report sent on 10 November 1995, 11:33:25.125 UTC. */
    @Test
    void the_time_in_the_rfcs_example_is_right() {
        NtpClock clock = new NtpClock(Instant.parse("1995-11-10T11:33:25.125Z"), 77);
        assertThat(clock.at(77)).isEqualTo(0xb44d_b705_2000_0000L);
        assertThat(clock.nanos(0xb44d_b705_2000_0000L)).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999_999_999, SECOND, 5 * SECOND + 3, -1, -SECOND, -7 * SECOND - 9, 90_000 * SECOND})
    void nanoseconds_come_back(long nanos) {
        NtpClock clock = new NtpClock(Instant.parse("2026-11-21T08:00:00.9Z"), 123_456_789_000L);
        assertThat(clock.nanos(clock.at(nanos))).isEqualTo(nanos);
    }

    @Test
    void half_a_second_is_half_of_the_fraction() {
        NtpClock clock = new NtpClock(Instant.EPOCH, 0);
        assertThat(clock.at(SECOND / 2)).isEqualTo((2_208_988_800L << 32) | 0x8000_0000L);
        assertThat(clock.at(-SECOND / 2)).isEqualTo((2_208_988_799L << 32) | 0x8000_0000L);
    }

    @Test
    void the_time_of_sending_has_six_bits_of_seconds_and_eighteen_of_fraction() {
        assertThat(NtpClock.absSendTime((65L << 32) | 0x8000_0000L)).isEqualTo((1 << 18) | (1 << 17));
        assertThat(NtpClock.absSendTime(-1)).isEqualTo(0xff_ffff);
    }
}
