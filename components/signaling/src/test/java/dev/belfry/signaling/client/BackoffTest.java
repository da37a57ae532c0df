package dev.belfry.signaling.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource({"1,250", "2,500", "3,1000", "4,2000", "5,4000", "6,5000", "7,5000", "2000000000,5000"})
    void theWaitDoublesUpToTheLongest(int failures, long millis) {
        assertThat(Backoff.exact(FIRST, LONGEST).after(failures)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0,1000", "0.5,1250", "0.998,1499"})
    void theWaitIsStretchedAtRandomByUpToHalf(double random, long millis) {
        assertThat(new Backoff(FIRST, LONGEST, () -> random).after(3)).isEqualTo(Duration.ofMillis(millis));
    }
}
