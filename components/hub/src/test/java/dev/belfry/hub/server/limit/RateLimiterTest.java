package dev.belfry.hub.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private long nanos = Long.MAX_VALUE - 1_000;
    private final RateLimiter limiter = new RateLimiter(new Rate(3, Duration.ofSeconds(3)), () -> nanos);

    @Test
    void so_many_at_once_and_again_as_time_goes_by() throws CallException {
        for (int i = 0; i < 3; i++) {
            limiter.take("alice");
        }
        assertThatThrownBy(() -> limiter.take("alice"))
                .isInstanceOfSatisfying(
                        CallException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ERR_RATE_LIMITED));
        pass(Duration.ofMillis(999));
        assertThat(limiter.tryTake("alice")).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(limiter.tryTake("alice")).isTrue();
        assertThat(limiter.tryTake("alice")).isFalse();
    }

    @Test
    void each_has_a_bucket_of_its_own() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.tryTake("alice")).isTrue();
        }
        assertThat(limiter.tryTake("alice")).isFalse();
        assertThat(limiter.tryTake("bob")).isTrue();
    }

    @Test
    void a_bucket_holds_no_more_than_it_may() {
        pass(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.tryTake("alice")).isTrue();
        }
        assertThat(limiter.tryTake("alice")).isFalse();
    }

    @Test
    void full_buckets_are_forgotten() {
        for (int i = 0; i < 1_000; i++) {
            limiter.tryTake("user-" + i);
        }
        pass(Duration.ofSeconds(3));
        for (int i = 0; i < 600; i++) {
            limiter.tryTake("alice");
        }
        assertThat(limiter.size()).isEqualTo(1);
    }

    @Test
    void a_counter_counts_up_to_its_limit_and_down() {
        Counter counter = new Counter(2);
        assertThat(counter.tryAdd("a")).isTrue();
        assertThat(counter.tryAdd("a")).isTrue();
        assertThat(counter.tryAdd("a")).isFalse();
        assertThat(counter.tryAdd("b")).isTrue();
        counter.remove("a");
        assertThat(counter.tryAdd("a")).isTrue();
        counter.remove("c");
        assertThat(counter.tryAdd("c")).isTrue();
    }

    @Test
    void a_limit_is_at_least_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Limits.DEFAULT.withBacklog(0));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
