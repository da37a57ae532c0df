package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-06-01T12:00:00.123456789Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z"})
    void aMomentComesBackToTheNanosecond(String moment) {
        assertThat(Moments.instant(Moments.nanos(Instant.parse(moment)))).isEqualTo(moment);
    }

    @Test
    void momentsThatDoNotFitAreTheLimits() {
        assertThat(Moments.nanos(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Moments.nanos(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
    }
}
