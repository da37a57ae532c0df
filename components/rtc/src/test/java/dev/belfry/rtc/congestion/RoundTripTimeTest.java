package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RoundTripTimeTest {
    private final RoundTripTime time = new RoundTripTime();

    @Test
    void before_the_first_measurement_the_caller_decides() {
        time.measured(-1);
        assertThat(time.nanos(7)).isEqualTo(7);
        assertThat(time.timeoutNanos(9)).isEqualTo(9);
        assertThat(time.latestNanos()).isEqualTo(-1);
        assertThat(time.count()).isZero();
    }

    @Test
    void it_is_smoothed_as_rfc_6298_section_2_says() {
        time.measured(100_000);
        assertThat(time.nanos(0)).isEqualTo(100_000);
        assertThat(time.timeoutNanos(0)).isEqualTo(300_000);
        time.measured(180_000);
        assertThat(time.nanos(0)).isEqualTo(110_000);
        // 50,000 + (80,000 - 50,000) / 4
        assertThat(time.timeoutNanos(0)).isEqualTo(110_000 + 4 * 57_500);
        assertThat(time.latestNanos()).isEqualTo(180_000);
        assertThat(time.totalSeconds()).isCloseTo(0.000_28, within(1e-9));
        assertThat(time.count()).isEqualTo(2);
    }
}
