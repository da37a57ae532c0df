package dev.belfry.rtc.congestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SendTargetTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    private final SendTarget target = new SendTarget(new RoundTripTime(), 50_000, 300_000, 2_500_000);
    private long now = 7 * SECOND;

    @Test
    void it_stays_as_it_began_while_nothing_is_known() {
        target.lost(0, now);
        target.lost(0, now + 60 * SECOND);
        assertThat(target.bitsPerSecond()).isEqualTo(300_000);
        assertThat(target.stated()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void it_falls_at_once_to_what_the_receiver_states_and_not_below_the_least() {
        target.stated(200_000, now);
        assertThat(target.bitsPerSecond()).isEqualTo(200_000);
        target.stated(0, now);
        assertThat(target.bitsPerSecond()).isEqualTo(50_000);
        target.stated(Long.MIN_VALUE, now);
        assertThat(target.bitsPerSecond()).isEqualTo(50_000);
    }

    @Test
    void it_rises_by_a_quarter_a_second_until_its_first_fall_and_by_8_percent_after() {
        state(2_000_000, 4);
        assertThat((double) target.bitsPerSecond()).isCloseTo(300_000 * Math.pow(1.25, 4), within(2000.0));
        target.stated(400_000, now);
        state(2_000_000, 5);
        assertThat((double) target.bitsPerSecond()).isCloseTo(400_000 * Math.pow(1.08, 5), within(5000.0));
    }

    @Test
    void it_reaches_what_the_receiver_states_and_no_more_and_never_more_than_the_most() {
        state(900_000, 30);
        assertThat(target.bitsPerSecond()).isEqualTo(900_000);
        state(Long.MAX_VALUE, 60);
        assertThat(target.bitsPerSecond()).isEqualTo(2_500_000);
        assertThat(target.stated()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_pause_between_statements_is_not_made_up_for() {
        target.stated(2_000_000, now);
        target.stated(2_000_000, now + 60 * SECOND);
        assertThat(target.bitsPerSecond()).isLessThan(340_000);
    }

    @Test
    void much_loss_lets_it_fall_by_half_of_it_but_not_twice_at_once() {
        state(2_000_000, 2);
        long before = target.bitsPerSecond();
        // smoothed to a quarter of it
        target.lost(0.4, now);
        long after = target.bitsPerSecond();
        assertThat((double) after).isCloseTo(before * 0.95, within(100.0));
        target.lost(0.4, now + 100 * MILLI);
        assertThat(target.bitsPerSecond()).isEqualTo(after);
        target.lost(0.4, now + 400 * MILLI);
        assertThat((double) target.bitsPerSecond()).isCloseTo(after * (1 - 0.23 / 2), within(1000.0));
    }

    @Test
    void with_some_loss_it_stays_and_with_little_it_rises() {
        for (int i = 0; i < 20; i++) {
            target.lost(0.09, now);
            target.stated(2_000_000, now);
            now += SECOND / 5;
        }
        long held = target.bitsPerSecond();
        assertThat(held).isBetween(300_000L, 500_000L);
        for (int i = 0; i < 20; i++) {
            target.lost(0.09, now);
            target.stated(2_000_000, now);
            now += SECOND / 5;
        }
        assertThat(target.bitsPerSecond()).isEqualTo(held);
        for (int i = 0; i < 50; i++) {
            target.lost(0.06, now);
            target.stated(2_000_000, now);
            now += SECOND / 5;
        }
        assertThat(target.bitsPerSecond()).isGreaterThan(2 * held);
    }

    @Test
    void while_there_is_feedback_reports_of_loss_change_nothing() {
        target.missing(0, now);
        target.lost(1, now + SECOND);
        assertThat(target.bitsPerSecond()).isEqualTo(300_000);
        target.lost(1, now + 3 * SECOND);
        assertThat(target.bitsPerSecond()).isLessThan(300_000);
    }

    @Test
    void a_single_lost_packet_of_a_few_does_not_count_as_much_loss() {
        state(2_000_000, 2);
        long before = target.bitsPerSecond();
        target.lost(0.3, now);
        assertThat(target.bitsPerSecond()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void a_long_queue_lets_it_fall_below_what_arrives_and_lower_still_until_it_has_drained() {
        target.delivered(200_000, 150 * MILLI, now);
        assertThat(target.bitsPerSecond()).isEqualTo(102_000);
        target.delivered(100_000, 150 * MILLI, now + 400 * MILLI);
        assertThat(target.bitsPerSecond())
                .as("what arrives is what is sent now")
                .isEqualTo(102_000);
        target.delivered(200_000, 70 * MILLI, now + 600 * MILLI);
        assertThat(target.bitsPerSecond()).isEqualTo(102_000);
        target.delivered(200_000, 30 * MILLI, now + 700 * MILLI);
        assertThat(target.bitsPerSecond()).isEqualTo(170_000);
    }

    @Test
    void a_clock_below_zero_is_a_clock() {
        target.stated(290_000, -90 * SECOND);
        target.delivered(200_000, 150 * MILLI, -80 * SECOND);
        assertThat(target.bitsPerSecond()).isEqualTo(102_000);
    }

    @Test
    void it_falls_again_where_the_queue_stays_long() {
        target.delivered(400_000, 150 * MILLI, now);
        assertThat(target.bitsPerSecond()).isEqualTo(180_000);
        target.delivered(100_000, 150 * MILLI, now + SECOND);
        assertThat(target.bitsPerSecond()).isEqualTo(51_000);
        target.delivered(10_000, 150 * MILLI, now + 2 * SECOND);
        assertThat(target.bitsPerSecond()).isEqualTo(50_000);
    }

    @Test
    void a_shorter_queue_holds_it() {
        target.delivered(200_000, 150 * MILLI, now);
        target.delivered(200_000, 0, now);
        for (int i = 0; i < 50; i++) {
            now += 100 * MILLI;
            target.delivered(200_000, 70 * MILLI, now);
        }
        assertThat(target.bitsPerSecond()).isEqualTo(170_000);
        for (int i = 0; i < 50; i++) {
            now += 100 * MILLI;
            target.delivered(200_000, 0, now);
        }
        assertThat((double) target.bitsPerSecond()).isCloseTo(170_000 * Math.pow(1.08, 4.9), within(3000.0));
    }

    @Test
    void loss_out_of_a_short_queue_is_congestion() {
        for (int i = 0; i < 10; i++) {
            target.lost(0.04, now);
        }
        target.delivered(200_000, 30 * MILLI, now);
        assertThat(target.bitsPerSecond()).isEqualTo(300_000);
        target.delivered(200_000, 50 * MILLI, now);
        assertThat(target.bitsPerSecond()).isEqualTo(102_000);
    }

    @Test
    void it_does_not_rise_far_above_what_arrives() {
        for (int i = 0; i < 600; i++) {
            now += 100 * MILLI;
            target.delivered(400_000, 0, now);
        }
        assertThat(target.bitsPerSecond()).isEqualTo(600_000);
    }

    @Test
    void rates_that_make_no_sense_are_refused() {
        RoundTripTime roundTrip = new RoundTripTime();
        assertThatThrownBy(() -> new SendTarget(roundTrip, 0, 40_000, 100_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SendTarget(roundTrip, 50_000, 200_000, 100_000))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void state(long bitsPerSecond, int seconds) {
        target.stated(bitsPerSecond, now);
        for (int i = 0; i < 4 * seconds; i++) {
            now += SECOND / 4;
            target.stated(bitsPerSecond, now);
        }
    }
}
