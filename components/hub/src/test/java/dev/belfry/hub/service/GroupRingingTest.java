package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** In a group every member rings, answers and leaves on its own. */
class GroupRingingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Device ALICE = new Device("alice", "laptop");
    private static final Device BOB = new Device("bob", "desk");
    private static final Device CAROL = new Device("carol", "tablet");

    private CallRecord record = CallRecord.initiated(
            "s1", CallRequest.group("team", CallType.AUDIO), ALICE, List.of("bob", "carol"), START);

    @Test
    void theCallIsRejectedOnlyWhenEverybodyDeclined() throws CallException {
        decline(BOB);
        assertStands(CallStatus.INITIATED, PartyState.REJECTED, PartyState.RINGING);
        assertThat(record.status("bob")).isEqualTo(CallStatus.REJECTED);
        assertThat(record.status("carol")).isEqualTo(CallStatus.INITIATED);
        decline(CAROL);
        assertStands(CallStatus.REJECTED, PartyState.REJECTED, PartyState.REJECTED);
    }

    @Test
    void theLastDeclineDoesNotEndACallSomebodyJoined() throws CallException {
        accept(BOB);
        decline(CAROL);
        assertStands(CallStatus.ONGOING, PartyState.ACCEPTED, PartyState.REJECTED);
    }

    @Test
    void aMemberWhoStillRingsMayAcceptLater() throws CallException {
        accept(BOB);
        assertThat(record.status("carol")).isEqualTo(CallStatus.INITIATED);
        accept(CAROL);
        assertStands(CallStatus.ONGOING, PartyState.ACCEPTED, PartyState.ACCEPTED);
    }

    @Test
    void ringingStopsForThoseWhoDidNotAnswer() throws CallException {
        accept(BOB);
        apply(new CallCommand.RingTimeout());
        assertStands(CallStatus.ONGOING, PartyState.ACCEPTED, PartyState.UNANSWERED);
        assertThat(record.status("carol")).isEqualTo(CallStatus.UNANSWERED);
        assertThatThrownBy(() -> accept(CAROL))
                .isInstanceOfSatisfying(
                        CallException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ERR_CALL_TERMINATED));
    }

    @Test
    void aGroupIsNeverBusy() {
        assertThatThrownBy(() -> apply(new CallCommand.Reject(BOB, CallStatus.BUSY, Set.of("desk"))))
                .isInstanceOfSatisfying(
                        CallException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.ERR_CALL_GROUP_INVALID_STATUS));
    }

    @Test
    void aLostMemberIsTakenOutAndTheOthersGoOn() throws CallException {
        accept(BOB);
        accept(CAROL);
        apply(new CallCommand.Gone(BOB, EndReason.CONNECTION_LOST));
        assertStands(CallStatus.ONGOING, PartyState.GONE, PartyState.ACCEPTED);
        assertThat(record.status("bob")).isEqualTo(CallStatus.ENDED);
        apply(new CallCommand.JoinDeadline("carol"));
        assertStands(CallStatus.ENDED, PartyState.GONE, PartyState.GONE);
        assertThat(record.endReason()).isEqualTo(EndReason.JOIN_FAILED);
    }

    @Test
    void theLastToLeaveEndsTheCall() throws CallException {
        accept(BOB);
        decline(CAROL);
        apply(new CallCommand.Leave(BOB));
        assertStands(CallStatus.ONGOING, PartyState.LEFT, PartyState.REJECTED);
        apply(new CallCommand.Leave(ALICE));
        assertThat(record.status()).isEqualTo(CallStatus.ENDED);
    }

    @Test
    void endingSilencesThoseWhoStillRing() throws CallException {
        accept(BOB);
        apply(new CallCommand.End(ALICE));
        assertStands(CallStatus.ENDED, PartyState.ACCEPTED, PartyState.UNANSWERED);
        assertThat(record.status("carol")).isEqualTo(CallStatus.UNANSWERED);
    }

    private void accept(Device device) throws CallException {
        apply(new CallCommand.Accept(device));
    }

    private void decline(Device device) throws CallException {
        apply(new CallCommand.Reject(device, CallStatus.REJECTED, Set.of()));
    }

    private void apply(CallCommand command) throws CallException {
        record = Ringing.apply(record, command, START.plusSeconds(60)).next();
    }

    private void assertStands(CallStatus status, PartyState bob, PartyState carol) {
        assertThat(record.status()).isEqualTo(status);
        assertThat(record.receivers()).extracting(Party::state).containsExactly(bob, carol);
    }
}
