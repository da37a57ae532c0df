package dev.belfry.call.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import org.junit.jupiter.api.Test;

class WaitingCallTest {
    private final Device alice = new Device();

    @Test
    void second_call_waits_softly_and_is_told() {
        alice.talking(CallType.AUDIO);
        Call second = alice.rings("c1", Device.CAROL, CallType.VIDEO);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ONGOING);
        assertThat(alice.now().waiting()).containsExactly(second);
        assertThat(alice.ringer.sounding()).isEqualTo("callWaiting c1");
        alice.tell(CallChange.CANCELLED, Calls.changed(second, CallStatus.CANCELLED));
        assertThat(alice.now().waiting()).isEmpty();
        assertThat(alice.ringer.sounding()).isEmpty();
        assertThat(alice.heard.eventsButStates()).endsWith("incoming c1", "cancelled c1 CANCELLED");
    }

    @Test
    void accepting_the_waiting_call_ends_the_current_one_first() {
        alice.media.closeSlowly();
        Call first = alice.talking(CallType.AUDIO);
        Call second = alice.rings("c1", Device.CAROL, CallType.AUDIO);
        alice.accept("c1");
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
        assertThat(alice.now().sessionId()).isEqualTo("c1");
        assertThat(alice.hub.pending()).containsExactly("ringing c1", "end s1");
        assertThat(alice.media.sessions()).as("devices are still held").hasSize(1);
        alice.answer("end", Calls.changed(first, CallStatus.ENDED));
        assertThat(alice.hub.pending()).contains("accept c1");
        alice.media.session().finishClosing();
        alice.clock.runReady();
        assertThat(alice.media.sessions()).hasSize(2);
        alice.answer("accept", Calls.changed(second, CallStatus.ONGOING));
        alice.join("c1");
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ONGOING);
        assertThat(alice.now().waiting()).isEmpty();
    }

    @Test
    void waiting_call_rings_fully_once_the_current_one_is_over() {
        Call first = alice.talking(CallType.AUDIO);
        alice.rings("c1", Device.CAROL, CallType.AUDIO);
        alice.heard.clear();
        alice.tell(CallChange.ENDED, Calls.changed(first, CallStatus.ENDED));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.INCOMING);
        assertThat(alice.now().sessionId()).isEqualTo("c1");
        assertThat(alice.ringer.sounding()).isEqualTo("ring c1");
        assertThat(alice.heard.events()).startsWith("state ENDED").contains("ended s1", "state INCOMING");
    }

    @Test
    void peer_who_calls_again_replaces_the_call_with_that_peer() {
        Call first = alice.talking(CallType.AUDIO);
        alice.tell(CallChange.ENDED, Calls.changed(first, CallStatus.ENDED));
        alice.rings("b2", Device.BOB, CallType.AUDIO);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.INCOMING);
        assertThat(alice.now().sessionId()).isEqualTo("b2");
    }

    @Test
    void busy_policy_answers_users_with_busy_and_lets_groups_wait() {
        Device busy = new Device(builder -> builder.waitingPolicy(CallController.WaitingPolicy.BUSY));
        busy.rings("b0", Device.BOB, CallType.AUDIO);
        assertThat(busy.now().phase()).as("the first call rings").isEqualTo(CallPhase.INCOMING);
        busy.heard.clear();
        Call second = busy.rings("c1", Device.CAROL, CallType.AUDIO);
        assertThat(busy.hub.pending()).contains("reject c1 BUSY");
        busy.answer("reject", Calls.changed(second, CallStatus.BUSY));
        assertThat(busy.heard.events()).isEmpty();
        busy.tell(CallChange.INCOMING, Calls.ringing("g1", Device.CAROL, Device.TEAM, CallType.AUDIO));
        assertThat(busy.now().waiting()).extracting(Call::sessionId).containsExactly("g1");
    }
}
