package dev.belfry.demo.headless;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentilesTest {
    private final Percentiles times = new Percentiles();

    @Test
    void the_nearest_rank_counts() {
        for (int millis = 2000; millis >= 1; millis--) {
            times.add(millis * 1_000_000L);
        }
        assertThat(times.count()).isEqualTo(2000);
        assertThat(times.millis(0.50)).isEqualTo(1000);
        assertThat(times.millis(0.95)).isEqualTo(1900);
        assertThat(times.millis(1)).isEqualTo(2000);
    }

    @Test
    void nothing_has_no_percentile() {
        assertThat(times.millis(0.5)).isNaN();
    }
}
