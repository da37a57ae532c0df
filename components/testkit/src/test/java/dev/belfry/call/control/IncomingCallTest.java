package dev.belfry.call.control;

import static dev.belfry.call.control.Device.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IncomingCallTest {
    private final Device alice = new Device();

    @Test
    void incoming_accepted_then_ended() {
        Call ringing = alice.rings("b1", Device.BOB, CallType.VIDEO);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.INCOMING);
        assertThat(alice.now().peer()).isEqualTo(Device.BOB);
        assertThat(alice.ringer.sounding()).isEqualTo("ring b1");
        assertThat(alice.hub.sent()).containsExactly("ringing b1");
        assertThat(alice.media.sessions()).as("camera before accept").isEmpty();

        var accepted = alice.controller.acceptCall("b1");
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
        assertThat(alice.ringer.sounding()).isEmpty();
        Call ongoing = Calls.changed(ringing, CallStatus.ONGOING);
        alice.answer("accept", ongoing);
        assertThat(accepted).isCompletedWithValue(ongoing);
        alice.join("b1");
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ONGOING);

        var ended = alice.controller.endCall("b1");
        var again = alice.controller.endCall("b1");
        alice.clock.runReady();
        Call over = Calls.changed(ongoing, CallStatus.ENDED);
        alice.answer("end", over);
        assertThat(ended).isCompletedWithValue(over);
        assertThat(again).as("the second end").isCompletedWithValue(over);
        assertThat(alice.heard.eventsButStates())
                .containsExactly(
                        "incoming b1", "userJoined bob", "users [alice, bob]", "callEnded", "connectionClosed");
        alice.isSilentAndReleased();
        var later = alice.controller.endCall("b1");
        alice.clock.runReady();
        assertThat(later).isCompletedWithValue(over);
    }

    @Test
    void incoming_accepted_with_audio_keeps_the_camera_closed() {
        alice.rings("b1", Device.BOB, CallType.VIDEO);
        alice.accept("b1", CallType.AUDIO);
        assertThat(alice.now().videoMuted()).isTrue();
        assertThat(alice.media.session().request().videoMuted()).isTrue();
        assertThat(alice.media.session().request().type()).isEqualTo(CallType.VIDEO);
    }

    @Test
    void incoming_declined() {
        Call ringing = alice.rings("b1", Device.BOB, CallType.AUDIO);
        var declined = alice.controller.rejectCall("b1", CallStatus.REJECTED);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.DECLINED);
        assertThat(alice.now().endedByLocal()).isTrue();
        Call rejected = Calls.changed(ringing, CallStatus.REJECTED);
        alice.answer("reject", rejected);
        assertThat(declined).isCompletedWithValue(rejected);
        assertThat(alice.heard.eventsButStates()).containsExactly("incoming b1");
        alice.controller.clearActiveCall();
        assertThat(alice.now().phase()).isEqualTo(CallPhase.IDLE);
        alice.isSilentAndReleased();
    }

    @Test
    void incoming_cancelled_by_the_caller() {
        Call ringing = alice.rings("b1", Device.BOB, CallType.AUDIO);
        alice.tell(CallChange.CANCELLED, Calls.changed(ringing, CallStatus.CANCELLED));
        assertThat(alice.now().endReason()).isEqualTo(EndReason.CANCELLED);
        assertThat(alice.now().endedByLocal()).isFalse();
        assertThat(alice.heard.eventsButStates()).containsExactly("incoming b1", "cancelled b1 CANCELLED");
        alice.isSilentAndReleased();
    }

    @Test
    void accept_lost_against_cancel_says_that_the_caller_hung_up() {
        Call ringing = alice.rings("b1", Device.BOB, CallType.VIDEO);
        var accepted = alice.controller.acceptCall("b1");
        alice.clock.runReady();
        alice.fail("accept", ErrorCode.ERR_CALL_TERMINATED);
        assertThat(codeOf(accepted)).isEqualTo(ErrorCode.ERR_CALL_TERMINATED);
        alice.answer("call", Calls.changed(ringing, CallStatus.CANCELLED));
        assertThat(alice.now().endReason()).isEqualTo(EndReason.CANCELLED);
        assertThat(alice.heard.eventsButStates()).containsExactly("incoming b1", "cancelled b1 CANCELLED");
        alice.tell(CallChange.CANCELLED, Calls.changed(ringing, CallStatus.CANCELLED));
        assertThat(alice.heard.eventsButStates()).hasSize(2);
        alice.isSilentAndReleased();
    }

    @Test
    void accept_then_instant_hang_up_ends_when_the_accept_is_answered() {
        Call ringing = alice.rings("b1", Device.BOB, CallType.VIDEO);
        alice.accept("b1");
        alice.controller.hangUp();
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.hub.sent()).containsExactly("ringing b1", "accept b1");
        Call ongoing = Calls.changed(ringing, CallStatus.ONGOING);
        alice.answer("accept", ongoing);
        assertThat(alice.hub.sent()).endsWith("end b1");
        alice.answer("end", Calls.changed(ongoing, CallStatus.ENDED));
        alice.isSilentAndReleased();
    }

    @Test
    void answered_on_another_device_falls_silent_and_never_sends_an_end() {
        Call ringing = alice.rings("b1", Device.BOB, CallType.VIDEO);
        alice.tell(CallChange.ANSWERED_ELSEWHERE, Calls.changed(ringing, CallStatus.ONGOING));
        assertThat(alice.now().endReason()).isEqualTo(EndReason.ANSWERED_ELSEWHERE);
        var unused = alice.controller.endCall("b1");
        alice.clock.runReady();
        assertThat(alice.hub.sent()).containsExactly("ringing b1");
        assertThat(alice.heard.eventsButStates()).containsExactly("incoming b1", "answeredElsewhere b1");
        alice.isSilentAndReleased();
    }

    @Test
    void late_decline_against_accept_on_another_device_does_nothing() {
        Call ringing = alice.rings("b1", Device.BOB, CallType.VIDEO);
        alice.controller.hangUp();
        alice.clock.runReady();
        alice.answer("reject", Calls.changed(ringing, CallStatus.ONGOING));
        assertThat(alice.now().endReason()).isEqualTo(EndReason.ANSWERED_ELSEWHERE);
        assertThat(alice.hub.sent()).containsExactly("ringing b1", "reject b1 REJECTED");
        alice.isSilentAndReleased();
    }

    @Test
    void invitation_that_expired_on_its_way_does_not_ring() {
        Call call = Calls.ringing("b1", Device.BOB, Device.ALICE, CallType.VIDEO);
        alice.hub.deliver(CallChange.INCOMING, call, Duration.ZERO);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.IDLE);
        assertThat(alice.heard.events()).isEmpty();
        assertThat(alice.hub.sent()).isEmpty();
    }

    @Test
    void cancel_that_overtook_its_invitation_keeps_it_from_ringing() {
        Call call = Calls.ringing("b1", Device.BOB, Device.ALICE, CallType.VIDEO);
        alice.tell(CallChange.CANCELLED, Calls.changed(call, CallStatus.CANCELLED));
        alice.tell(CallChange.INCOMING, call);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.IDLE);
        assertThat(alice.ringer.history()).isEmpty();
        assertThat(codeOf(ask("b1"))).isEqualTo(ErrorCode.ERR_CALL_TERMINATED);
        assertThat(codeOf(ask("b2"))).isEqualTo(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
        assertThat(codeOf(ask(""))).isEqualTo(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
    }

    private CompletableFuture<Call> ask(String sessionId) {
        var future = alice.controller.acceptCall(sessionId);
        alice.clock.runReady();
        return future;
    }

    @Test
    void invitation_told_twice_rings_once() {
        alice.rings("b1", Device.BOB, CallType.VIDEO);
        alice.rings("b1", Device.BOB, CallType.VIDEO);
        assertThat(alice.ringer.history()).containsExactly("ring b1");
        assertThat(alice.heard.eventsButStates()).containsExactly("incoming b1");
    }

    @Test
    void own_echo_does_not_ring() {
        alice.tell(CallChange.INCOMING, Calls.ringing("a1", Device.ALICE, Device.TEAM, CallType.AUDIO));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.IDLE);
    }

    @Test
    void popup_closes_by_itself_when_the_line_is_lost_and_the_true_end_is_told_on_return() {
        Call ringing = alice.rings("b1", Device.BOB, CallType.VIDEO);
        alice.hub.connection(ConnectionState.RECONNECTING);
        alice.passes(47);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.INCOMING);
        alice.passes(2);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.UNANSWERED);
        assertThat(alice.ringer.sounding()).isEmpty();

        alice.hub.connection(ConnectionState.CONNECTED);
        alice.clock.runReady();
        alice.answer("call", Calls.changed(ringing, CallStatus.UNANSWERED));
        assertThat(alice.heard.eventsButStates())
                .containsExactly(
                        "incoming b1", "connection RECONNECTING", "connection CONNECTED", "cancelled b1 UNANSWERED");
        alice.isSilentAndReleased();
    }

    @Test
    void group_call_another_member_accepted_rings_on_until_the_time_is_over() {
        Call ringing = Calls.ringing("g1", Device.BOB, Device.TEAM, CallType.AUDIO);
        alice.tell(CallChange.INCOMING, ringing);
        alice.hub.connection(ConnectionState.RECONNECTING);
        alice.hub.connection(ConnectionState.CONNECTED);
        alice.clock.runReady();
        // To a member who still rings the hub shows a call that rings, one version on.
        Call later = Calls.changed(ringing, CallStatus.INITIATED);
        alice.answer("call", later);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.INCOMING);
        assertThat(alice.ringer.sounding()).isEqualTo("ring g1");
        alice.tell(CallChange.CANCELLED, Calls.changed(later, CallStatus.UNANSWERED));
        assertThat(alice.now().endReason()).isEqualTo(EndReason.UNANSWERED);
        assertThat(alice.heard.eventsButStates()).endsWith("cancelled g1 UNANSWERED");
        alice.isSilentAndReleased();
    }

    @Test
    void group_cannot_be_told_busy() {
        alice.tell(CallChange.INCOMING, Calls.ringing("g1", Device.BOB, Device.TEAM, CallType.AUDIO));
        var future = alice.controller.rejectCall("g1", CallStatus.BUSY);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.INCOMING);
        assertThat(alice.now().peer()).isEqualTo(Device.TEAM);
        assertThat(codeOf(future)).isEqualTo(ErrorCode.ERR_CALL_GROUP_INVALID_STATUS);
        var wrong = alice.controller.rejectCall("g1", CallStatus.ENDED);
        alice.clock.runReady();
        assertThat(codeOf(wrong)).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
    }
}
