package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResendBudgetTest {
    private static final long MILLI = 1_000_000;

    private final RoundTripTime roundTrip = new RoundTripTime();
    private final ResendBudget budget = new ResendBudget(roundTrip);

    @Test
    void each_packet_is_resent_once_in_a_round_trip() {
        roundTrip.measured(60 * MILLI);
        budget.sent(100_000, 0);
        assertThat(budget.allows(1, 7, 1000, 0)).isTrue();
        assertThat(budget.allows(1, 7, 1000, 59 * MILLI)).isFalse();
        assertThat(budget.allows(1, 7, 1000, 60 * MILLI)).isTrue();
        assertThat(budget.allows(1, 8, 1000, 60 * MILLI)).isTrue();
        assertThat(budget.allows(2, 7, 1000, 60 * MILLI))
                .as("of another stream")
                .isTrue();
        assertThat(budget.refused()).isOne();
    }

    @Test
    void a_tenth_of_a_second_passes_where_the_round_trip_is_not_known() {
        assertThat(budget.allows(1, 7, 100, 0)).isTrue();
        assertThat(budget.allows(1, 7, 100, 99 * MILLI)).isFalse();
        assertThat(budget.allows(1, 7, 100, 100 * MILLI)).isTrue();
    }

    @Test
    void all_together_are_a_fifth_of_what_is_sent() {
        long resent = 0;
        long sent = 0;
        for (int i = 0; i < 10_000; i++) {
            long now = i * MILLI;
            budget.sent(1000, now);
            sent += 1000;
            // someone misses everything, always
            for (int j = 0; j < 5; j++) {
                resent += budget.allows(1, (i - j * 20) & 0xFFFF, 1000, now) ? 1000 : 0;
            }
        }
        assertThat(resent / (double) sent).isBetween(0.19, 0.205);
    }

    @Test
    void what_is_saved_up_is_worth_a_second() {
        for (int i = 0; i < 10_000; i++) {
            budget.sent(1000, i * MILLI);
        }
        int resent = 0;
        for (int i = 0; i < 1000; i++) {
            resent += budget.allows(1, i, 1000, 10_000 * MILLI) ? 1 : 0;
        }
        assertThat(resent).isBetween(170, 200);
    }

    @Test
    void it_allocates_nothing() {
        long[] now = {0};
        assertThat(Allocation.of(20_000, () -> {
                    now[0] += MILLI;
                    budget.sent(1000, now[0]);
                    budget.allows(0xFFFF_FFFFL, (int) (now[0] / MILLI) & 0xFFFF, 1000, now[0]);
                }))
                .isLessThan(10_000);
    }
}
