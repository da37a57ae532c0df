package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateMeterTest {
    private static final long MILLI = 1_000_000;

    private final RateMeter meter = new RateMeter(1000 * MILLI);

    @Test
    void nothing_is_nothing() {
        assertThat(meter.bitsPerSecond(5)).isZero();
        assertThat(meter.bytes(5)).isZero();
    }

    @Test
    void a_steady_rate_is_measured_soon_and_for_long() {
        for (int i = 0; i <= 5000; i++) {
            meter.add(125, -3 * MILLI + i * MILLI);
            if (i >= 300) {
                assertThat((double) meter.bitsPerSecond(-3 * MILLI + i * MILLI)).isCloseTo(1e6, within(0.02e6));
            }
        }
        assertThat(meter.bytes(4997 * MILLI)).isBetween(112_500L, 125_125L);
    }

    @Test
    void what_is_older_than_the_window_is_forgotten() {
        meter.add(1_000_000, 0);
        assertThat(meter.bitsPerSecond(899 * MILLI)).isPositive();
        assertThat(meter.bitsPerSecond(1000 * MILLI)).isZero();
        meter.add(1000, 50_000 * MILLI);
        assertThat(meter.bytes(50_000 * MILLI)).isEqualTo(1000);
    }

    @Test
    void time_that_runs_back_does_no_harm() {
        meter.add(1000, 5000 * MILLI);
        meter.add(1000, 1000 * MILLI);
        assertThat(meter.bytes(5000 * MILLI)).isEqualTo(2000);
        assertThat(meter.bitsPerSecond(1000 * MILLI)).isBetween(1L, 100_000L);
    }
}
