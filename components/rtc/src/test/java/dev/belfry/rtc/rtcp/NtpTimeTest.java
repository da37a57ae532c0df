package dev.belfry.rtc.rtcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NtpTimeTest {
    /** The example of RFC 3550 section 6.4.1, figure 2. */
    private static final long EXAMPLE = 0xB44D_B705_2000_0000L;

    @Test
    void the_round_trip_is_that_of_the_example_in_rfc_3550_section_6_4_1() {
        ReportBlock report = new ReportBlock().timing(0, NtpTime.compact(EXAMPLE), 0x0005_4000);
        assertThat(report.lastSenderReport()).isEqualTo(0xB705_2000L);
        long arrival = 0xB44D_B710_8000_0000L;
        assertThat(NtpTime.roundTripNanos(arrival, report)).isEqualTo(6_125_000_000L);
    }

    @Test
    void there_is_no_round_trip_before_the_first_sender_report_nor_one_below_zero() {
        assertThat(NtpTime.roundTripNanos(EXAMPLE, new ReportBlock())).isEqualTo(-1);
        ReportBlock impossible = new ReportBlock().timing(0, NtpTime.compact(EXAMPLE), 0x0005_4000);
        assertThat(NtpTime.roundTripNanos(EXAMPLE, impossible)).isEqualTo(-1);
        ReportBlock rounded = new ReportBlock().timing(0, NtpTime.compact(EXAMPLE), 1);
        assertThat(NtpTime.roundTripNanos(EXAMPLE, rounded)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-11-21T08:30:00.123456789Z",
                "2036-02-07T06:28:16Z",
                "2040-01-01T00:00:00.5Z"
            })
    void an_instant_comes_back(String text) {
        Instant instant = Instant.parse(text);
        Instant back = NtpTime.toInstant(NtpTime.of(instant));
        assertThat(back.getEpochSecond() * 1e9 + back.getNano())
                .isCloseTo(instant.getEpochSecond() * 1e9 + instant.getNano(), within(1.0));
    }

    @Test
    void the_epoch_is_the_one_of_ntp() {
        assertThat(NtpTime.of(Instant.EPOCH)).isEqualTo(2_208_988_800L << 32);
        assertThat(NtpTime.of(Instant.parse("2036-02-07T06:28:16Z"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 999_999_999, 1_000_000_000, -1_500_000_000, 86_400_000_000_007L})
    void a_time_moved_on_is_that_far_away_also_across_an_era(long nanos) {
        for (long from : new long[] {EXAMPLE, 0xFFFF_FFFF_C000_0000L, 0, 0x7FFF_FFFF_FFFF_0000L}) {
            assertThat(NtpTime.nanosBetween(from, NtpTime.plusNanos(from, nanos)))
                    .isEqualTo(nanos);
        }
    }

    @Test
    void delays_are_in_65536ths_of_a_second() {
        assertThat(NtpTime.compactOfNanos(1_500_000_000)).isEqualTo(0x1_8000);
        assertThat(NtpTime.compactOfNanos(-5)).isZero();
        assertThat(NtpTime.compactOfNanos(Long.MAX_VALUE)).isEqualTo(0xFFFF_FFFFL);
    }
}
