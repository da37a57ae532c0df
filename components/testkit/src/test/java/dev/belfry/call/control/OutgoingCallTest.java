package dev.belfry.call.control;

import static dev.belfry.call.control.Device.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import org.junit.jupiter.api.Test;

class OutgoingCallTest {
    private final Device alice = new Device();

    @Test
    void outgoing_accepted_then_hung_up_by_peer() {
        var future = alice.dial(CallRequest.video("bob"));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.DIALING);
        assertThat(alice.media.session().asked()).as("preview only").isEmpty();
        assertThat(alice.controller.session()).isPresent();

        Call ringing = Calls.ringing("s1", Device.ALICE, Device.BOB, CallType.VIDEO);
        alice.answer("initiate", ringing);
        assertThat(future).isCompletedWithValue(ringing);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.OUTGOING);
        assertThat(alice.now().peer()).isEqualTo(Device.BOB);
        assertThat(alice.ringer.sounding()).isEmpty();

        alice.tell(CallChange.REMOTE_RINGING, ringing);
        assertThat(alice.now().remoteRinging()).isTrue();
        assertThat(alice.ringer.sounding()).isEqualTo("ringback s1");

        Call ongoing = Calls.changed(ringing, CallStatus.ONGOING);
        alice.tell(CallChange.ACCEPTED, ongoing);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
        assertThat(alice.ringer.sounding()).isEmpty();
        alice.join("s1");
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ONGOING);
        assertThat(alice.now().connectedAt()).isEqualTo(alice.clock.now());
        assertThat(alice.now().participants()).extracting(p -> p.uid()).containsExactly("alice", "bob");
        assertThat(alice.media.session().asked()).containsExactly("connect alice-1", "add bob-1");

        alice.tell(CallChange.ENDED, Calls.changed(ongoing, CallStatus.ENDED));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.HANG_UP);
        assertThat(alice.now().endedByLocal()).isFalse();
        assertThat(alice.heard.events())
                .containsExactly(
                        "state DIALING",
                        "state OUTGOING",
                        "state OUTGOING",
                        "remoteRinging s1",
                        "state CONNECTING",
                        "accepted s1",
                        "state CONNECTING",
                        "userJoined bob",
                        "users [alice, bob]",
                        "state ONGOING",
                        "state ENDED",
                        "ended s1",
                        "callEnded",
                        "connectionClosed");
        assertThat(alice.hub.sent()).containsExactly("initiate s1", "token s1", "join s1 audio=true video=true");
        alice.isSilentAndReleased();
    }

    @Test
    void outgoing_hung_up_while_talking() {
        Call ongoing = alice.talking(CallType.AUDIO);
        alice.heard.clear();
        alice.controller.hangUp();
        alice.controller.hangUp();
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().endedByLocal()).isTrue();
        assertThat(alice.hub.pending()).containsExactly("end s1");
        alice.answer("end", Calls.changed(ongoing, CallStatus.ENDED));
        assertThat(alice.heard.eventsButStates()).containsExactly("endButton", "callEnded", "connectionClosed");
        alice.isSilentAndReleased();
    }

    @Test
    void outgoing_declined() {
        closes(CallStatus.REJECTED, EndReason.DECLINED);
    }

    @Test
    void outgoing_busy() {
        closes(CallStatus.BUSY, EndReason.BUSY);
    }

    @Test
    void outgoing_unanswered() {
        closes(CallStatus.UNANSWERED, EndReason.UNANSWERED);
    }

    private void closes(CallStatus status, EndReason reason) {
        Call call = Calls.changed(alice.dialled(CallType.VIDEO), status);
        alice.heard.clear();
        alice.tell(CallChange.REJECTED, call);
        alice.tell(CallChange.REJECTED, call);
        assertThat(alice.now().endReason()).isEqualTo(reason);
        assertThat(alice.now().endedByLocal()).isFalse();
        assertThat(alice.heard.events()).containsExactly("state ENDED", "rejected s1 " + status);
        alice.isSilentAndReleased();
    }

    @Test
    void outgoing_cancelled() {
        Call call = alice.dialled(CallType.VIDEO);
        alice.heard.clear();
        var future = alice.controller.rejectCall("s1", CallStatus.CANCELLED);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.CANCELLED);
        assertThat(alice.now().endedByLocal()).isTrue();
        Call cancelled = Calls.changed(call, CallStatus.CANCELLED);
        alice.answer("reject", cancelled);
        assertThat(future).isCompletedWithValue(cancelled);
        assertThat(alice.heard.eventsButStates()).isEmpty();
        alice.isSilentAndReleased();
    }

    @Test
    void hang_up_before_initiate_returned_cancels_at_once_and_kills_the_late_call() {
        var future = alice.dial(CallRequest.video("bob"));
        alice.controller.hangUp();
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.hub.sent()).containsExactly("initiate s1", "reject s1 CANCELLED");
        alice.fail("reject", ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
        alice.answer("initiate", Calls.ringing("s1", Device.ALICE, Device.BOB, CallType.VIDEO));
        assertThat(alice.hub.pending()).as("the cancel again").containsExactly("reject s1 CANCELLED");
        alice.answer(
                "reject",
                Calls.changed(Calls.ringing("s1", Device.ALICE, Device.BOB, CallType.VIDEO), CallStatus.CANCELLED));
        assertThat(future).isCompleted();
        assertThat(alice.heard.eventsButStates()).isEmpty();
        alice.isSilentAndReleased();
    }

    @Test
    void cancel_lost_against_accept_becomes_an_end() {
        Call call = alice.dialled(CallType.AUDIO);
        alice.controller.hangUp();
        alice.clock.runReady();
        Call ongoing = Calls.changed(call, CallStatus.ONGOING);
        alice.tell(CallChange.ACCEPTED, ongoing);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.hub.sent()).endsWith("reject s1 CANCELLED", "end s1");
        alice.answer("reject", ongoing);
        alice.answer("end", Calls.changed(ongoing, CallStatus.ENDED));
        assertThat(alice.heard.eventsButStates()).isEmpty();
        alice.isSilentAndReleased();
    }

    @Test
    void calls_to_oneself_or_while_on_a_call_or_to_nobody_fail() {
        assertThat(codeOf(alice.dial(CallRequest.audio("alice")))).isEqualTo(ErrorCode.ERR_CALLING_SELF);
        var future = alice.dial(CallRequest.audio("nobody"));
        assertThat(codeOf(alice.dial(CallRequest.audio("bob")))).isEqualTo(ErrorCode.ERR_CALL_BUSY_SELF);
        alice.fail("initiate", ErrorCode.ERR_RECEIVER_NOT_FOUND);
        assertThat(codeOf(future)).isEqualTo(ErrorCode.ERR_RECEIVER_NOT_FOUND);
        assertThat(alice.now().problem()).isNotNull();
        assertThat(alice.now().endReason()).isNull();
        alice.isSilentAndReleased();
    }

    @Test
    void glare_is_merged_into_the_other_call_and_nobody_hears_a_ring() {
        alice.dial(CallRequest.video("bob")).isDone();
        Call bobs = Calls.ringing("s0", Device.BOB, Device.ALICE, CallType.VIDEO);
        alice.tell(CallChange.INCOMING, bobs);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.DIALING);
        alice.answer("initiate", Calls.changed(bobs, CallStatus.ONGOING));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
        assertThat(alice.now().sessionId()).isEqualTo("s0");
        assertThat(alice.now().peer()).isEqualTo(Device.BOB);
        assertThat(alice.now().waiting()).isEmpty();
        assertThat(alice.ringer.history()).isEmpty();
        assertThat(alice.heard.eventsButStates()).containsExactly("accepted s0");
        assertThat(alice.hub.pending()).containsExactly("token s0");
    }

    @Test
    void glare_learnt_from_the_accepted_event_of_the_other_call() {
        alice.dialled(CallType.VIDEO);
        Call merged = Calls.ringing("s0", Device.BOB, Device.ALICE, CallType.VIDEO);
        alice.tell(CallChange.ACCEPTED, Calls.changed(merged, CallStatus.ONGOING));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
        assertThat(alice.now().sessionId()).isEqualTo("s0");
        assertThat(alice.ringer.history()).isEmpty();
    }

    @Test
    void glare_learnt_before_the_late_answer_to_the_own_call() {
        alice.dial(CallRequest.video("bob")).isDone();
        Call merged = Calls.ringing("s0", Device.BOB, Device.ALICE, CallType.VIDEO);
        alice.tell(CallChange.ACCEPTED, Calls.changed(merged, CallStatus.ONGOING));
        alice.answer("initiate", Calls.ringing("s1", Device.ALICE, Device.BOB, CallType.VIDEO));
        assertThat(alice.now().sessionId()).isEqualTo("s0");
        alice.tell(CallChange.ENDED, Calls.changed(merged, CallStatus.ENDED));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.heard.eventsButStates()).contains("ended s0");
    }

    @Test
    void call_found_over_when_joining_ends_as_the_hub_says() {
        Call ongoing = Calls.changed(alice.dialled(CallType.VIDEO), CallStatus.ONGOING);
        alice.tell(CallChange.ACCEPTED, ongoing);
        alice.fail("token", ErrorCode.ERR_CALL_TERMINATED);
        alice.answer("call", Calls.changed(ongoing, CallStatus.ENDED));
        assertThat(alice.now().endReason()).isEqualTo(EndReason.HANG_UP);
        assertThat(alice.heard.eventsButStates()).containsSubsequence("accepted s1", "ended s1", "callEnded");
        alice.isSilentAndReleased();
    }

    @Test
    void line_lost_while_ringing_keeps_ringing_and_asks_again_on_return() {
        Call ringing = alice.dialled(CallType.AUDIO);
        alice.tell(CallChange.REMOTE_RINGING, ringing);
        alice.hub.connection(ConnectionState.RECONNECTING);
        alice.passes(20);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.OUTGOING);
        assertThat(alice.now().connection()).isEqualTo(ConnectionState.RECONNECTING);
        assertThat(alice.ringer.sounding()).isEqualTo("ringback s1");
        assertThat(alice.hub.pending()).isEmpty();

        alice.hub.connection(ConnectionState.CONNECTED);
        alice.clock.runReady();
        assertThat(alice.hub.pending()).containsExactly("call s1");
        alice.answer("call", ringing);
        assertThat(alice.ringer.sounding()).isEqualTo("ringback s1");
        assertThat(alice.now().remoteRinging()).isTrue();
        alice.tell(CallChange.ACCEPTED, Calls.changed(ringing, CallStatus.ONGOING));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
    }

    @Test
    void accept_missed_while_the_line_was_lost_is_learnt_on_return_and_told_once() {
        Call ongoing = Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING);
        alice.hub.connection(ConnectionState.RECONNECTING);
        alice.hub.connection(ConnectionState.CONNECTED);
        alice.clock.runReady();
        alice.answer("call", ongoing);
        alice.tell(CallChange.ACCEPTED, ongoing);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
        assertThat(alice.heard.eventsButStates()).containsOnlyOnce("accepted s1");
    }

    @Test
    void end_whose_answer_is_lost_is_sent_again_until_it_is_answered() {
        Call ongoing = alice.talking(CallType.AUDIO);
        var future = alice.controller.endCall("s1");
        alice.clock.runReady();
        alice.fail("end", ErrorCode.ERR_CONNECTION_LOST);
        assertThat(alice.hub.pending()).isEmpty();
        alice.passes(1);
        assertThat(alice.hub.pending()).containsExactly("end s1");
        alice.fail("end", ErrorCode.ERR_CONNECTION_LOST);
        alice.passes(1);
        alice.answer("end", Calls.changed(ongoing, CallStatus.ENDED));
        assertThat(codeOf(future)).isEqualTo(ErrorCode.ERR_CONNECTION_LOST);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        alice.isSilentAndReleased();
    }

    @Test
    void initiate_whose_answer_is_lost_is_taken_back_until_the_hub_has_heard_it() {
        alice.dial(CallRequest.audio("bob")).isDone();
        alice.fail("initiate", ErrorCode.ERR_CONNECTION_LOST);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.CONNECTION_LOST);
        alice.fail("reject", ErrorCode.ERR_CONNECTION_LOST);
        alice.passes(1);
        assertThat(alice.hub.pending()).containsExactly("reject s1 CANCELLED");
        Call ringing = Calls.ringing("s1", Device.ALICE, Device.BOB, CallType.AUDIO);
        alice.answer("reject", Calls.changed(ringing, CallStatus.CANCELLED));
        alice.isSilentAndReleased();
    }

    @Test
    void glare_learnt_from_the_answer_to_a_refresh() {
        alice.dialled(CallType.VIDEO);
        alice.hub.connection(ConnectionState.RECONNECTING);
        alice.hub.connection(ConnectionState.CONNECTED);
        alice.clock.runReady();
        alice.answer("call", merged());
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
        assertThat(alice.now().sessionId()).isEqualTo("s0");
        assertThat(alice.hub.pending()).containsExactly("token s0");
    }

    @Test
    void cancel_answered_with_the_call_it_was_merged_into_ends_that_one() {
        alice.dialled(CallType.VIDEO);
        alice.controller.hangUp();
        alice.clock.runReady();
        alice.answer("reject", merged());
        assertThat(alice.hub.pending()).containsExactly("end s0");
        alice.answer("end", Calls.changed(merged(), CallStatus.ENDED));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().sessionId()).isEqualTo("s0");
        alice.isSilentAndReleased();
    }

    @Test
    void end_answered_with_the_call_it_was_merged_into_is_the_end_of_both_ids() {
        alice.talking(CallType.VIDEO);
        var future = alice.controller.endCall("s1");
        alice.clock.runReady();
        Call over = Calls.changed(merged(), CallStatus.ENDED);
        alice.answer("end", over);
        assertThat(future).isCompletedWithValue(over);
        alice.tell(CallChange.INCOMING, Calls.ringing("s0", Device.BOB, Device.ALICE, CallType.VIDEO));
        assertThat(alice.ringer.history()).isEmpty();
        alice.isSilentAndReleased();
    }

    @Test
    void call_that_rings_while_the_cancel_of_ones_own_finds_both_merged_falls_silent() {
        alice.dialled(CallType.VIDEO);
        alice.controller.hangUp();
        alice.clock.runReady();
        alice.tell(CallChange.INCOMING, Calls.ringing("s0", Device.BOB, Device.ALICE, CallType.VIDEO));
        assertThat(alice.ringer.sounding()).isEqualTo("ring s0");
        alice.answer("reject", merged());
        assertThat(alice.ringer.sounding()).isEmpty();
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        alice.answer("end", Calls.changed(merged(), CallStatus.ENDED));
        alice.isSilentAndReleased();
    }

    private static Call merged() {
        return Calls.changed(Calls.ringing("s0", Device.BOB, Device.ALICE, CallType.VIDEO), CallStatus.ONGOING);
    }

    @Test
    void call_from_the_very_user_rings_if_the_hub_did_not_merge() {
        alice.dial(CallRequest.video("bob")).isDone();
        alice.tell(CallChange.INCOMING, Calls.ringing("s0", Device.BOB, Device.ALICE, CallType.VIDEO));
        alice.fail("initiate", ErrorCode.ERR_RATE_LIMITED);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.INCOMING);
        assertThat(alice.now().sessionId()).isEqualTo("s0");
    }

    @Test
    void new_call_waits_until_the_hub_heard_of_the_end_of_the_last() {
        Call ongoing = alice.talking(CallType.AUDIO);
        alice.controller.hangUp();
        alice.dial(CallRequest.audio("carol")).isDone();
        assertThat(alice.now().phase()).isEqualTo(CallPhase.DIALING);
        assertThat(alice.hub.pending()).containsExactly("end s1");
        alice.answer("end", Calls.changed(ongoing, CallStatus.ENDED));
        assertThat(alice.hub.pending()).containsExactly("initiate s2");
    }
}
