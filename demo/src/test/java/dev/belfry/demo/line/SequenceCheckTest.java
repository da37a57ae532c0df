package dev.belfry.demo.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceCheckTest {
    private final SequenceCheck numbers = new SequenceCheck();

    @Test
    void numbers_in_a_row_are_well_over_a_lost_connection_too() {
        numbers.greeted(7);
        numbers.came(8);
        numbers.came(9);
        numbers.greeted(9);
        numbers.came(10);
        assertThat(numbers.last()).isEqualTo(10);
        assertThat(numbers.lost()).isZero();
        assertThat(numbers.doubled()).isZero();
    }

    @Test
    void a_gap_is_lost() {
        numbers.greeted(0);
        numbers.came(1);
        numbers.came(4);
        assertThat(numbers.lost()).isEqualTo(2);
    }

    @Test
    void what_the_hub_no_longer_keeps_is_lost() {
        numbers.greeted(3);
        numbers.greeted(5);
        assertThat(numbers.lost()).isEqualTo(2);
        assertThat(numbers.last()).isEqualTo(5);
    }

    @Test
    void a_number_that_comes_again_is_doubled() {
        numbers.greeted(0);
        numbers.came(1);
        numbers.came(2);
        numbers.came(2);
        numbers.came(1);
        assertThat(numbers.doubled()).isEqualTo(2);
        assertThat(numbers.lost()).isZero();
    }
}
