package dev.belfry.call.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a call rings of which the hub says no more. */
class RingTimerTest {
    private static final int SLEEP = 60;

    private final Device alice = new Device();

    @Test
    void a_call_that_rang_before_a_long_sleep_is_silent_a_second_after_it() {
        alice.rings("b1", Device.BOB, CallType.VIDEO);
        alice.passes(10);
        assertThat(alice.ringer.sounding()).isNotEmpty();

        alice.clock.sleep(Duration.ofSeconds(SLEEP));
        alice.passes(1);

        assertThat(alice.ringer.sounding()).isEmpty();
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.UNANSWERED);
    }

    @Test
    void a_call_that_is_made_is_given_up_after_a_long_sleep() {
        alice.dialled(CallType.AUDIO);

        alice.clock.sleep(Duration.ofSeconds(SLEEP));
        alice.passes(1);

        assertThat(alice.now().endReason()).isEqualTo(EndReason.UNANSWERED);
    }

    @Test
    void a_call_rings_on_after_a_nap() {
        alice.rings("b1", Device.BOB, CallType.VIDEO);

        alice.clock.sleep(Duration.ofSeconds(20));
        alice.passes(5);

        assertThat(alice.now().phase()).isEqualTo(CallPhase.INCOMING);
    }

    @Test
    void a_clock_that_is_set_back_makes_no_call_ring_for_longer() {
        alice.rings("b1", Device.BOB, CallType.VIDEO);

        alice.clock.sleep(Duration.ofHours(-1));
        alice.passes(47);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.INCOMING);
        alice.passes(1);

        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
    }
}
