package dev.belfry.demo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void equal_events_are_well() {
        tally.compare("a call", Map.of("INCOMING", 1, "ENDED", 1), Map.of("ENDED", 1, "INCOMING", 1));
        assertThat(tally.lost()).isZero();
        assertThat(tally.doubled()).isZero();
        assertThat(tally.words()).isEmpty();
    }

    @Test
    void a_missing_event_is_lost() {
        tally.compare("a call", Map.of("INCOMING", 1, "ENDED", 1), Map.of("INCOMING", 1));
        assertThat(tally.lost()).isEqualTo(1);
        assertThat(tally.words()).containsExactly("a call: lost ENDED");
    }

    @Test
    void an_event_too_many_is_doubled_also_one_that_was_not_to_come() {
        tally.compare("a call", Map.of("INCOMING", 1), Map.of("INCOMING", 3, "CANCELLED", 1));
        assertThat(tally.doubled()).isEqualTo(3);
        assertThat(tally.words()).containsExactly("a call: 1 too many CANCELLED", "a call: 2 too many INCOMING");
    }

    @Test
    void gaps_in_the_numbers_count() {
        tally.numbers("ada", 10, 0, 0);
        tally.numbers("ben", 12, 2, 1);
        assertThat(tally.events()).isEqualTo(22);
        assertThat(tally.lost()).isEqualTo(2);
        assertThat(tally.doubled()).isEqualTo(1);
        assertThat(tally.words()).hasSize(1);
    }

    @Test
    void disagreements_and_errors_count_apart() {
        tally.disagreement("one");
        tally.error("other");
        tally.error("third");
        assertThat(tally.disagreed()).isEqualTo(1);
        assertThat(tally.errors()).isEqualTo(2);
    }
}
