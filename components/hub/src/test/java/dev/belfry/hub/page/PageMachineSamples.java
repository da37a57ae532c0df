package dev.belfry.hub.page;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallParty;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.machine.CallNotice;
import dev.belfry.call.machine.CallState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * States of a call, and events that the page knows: those that tell of a call with calls of every status, older and
 * newer than the one known, to a user and to a group; those that tell of a failure with every kind of one.
 */
final class PageMachineSamples {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final User ALICE = User.of("alice", "Alice");
    private static final User BOB = User.of("bob", "Bob");
    private static final Group TEAM = new Group("team", "Team", null, 3);
    private static final List<CallParty> RECEIVERS = List.of(BOB, TEAM);
    private static final Duration RING_TIME = Duration.ofSeconds(40);
    private static final List<ErrorCode> FAILURES = List.of(
            ErrorCode.ERR_CONNECTION_LOST,
            ErrorCode.ERR_CALL_SESSION_NOT_FOUND,
            ErrorCode.ERR_CALL_TERMINATED,
            ErrorCode.ERR_UNAUTHORIZED);

    private PageMachineSamples() {}

    static List<CallState> states() {
        List<CallState> all = new ArrayList<>();
        all.add(new CallState.New());
        all.add(new CallState.Dialing(CallRequest.video("bob")));
        all.add(new CallState.Cancelling(null, EndReason.CANCELLED));
        all.add(new CallState.Cancelling(null, EndReason.CONNECTION_LOST));
        all.add(new CallState.Ended(null, null, false, new CallException(ErrorCode.ERR_UNAUTHORIZED)));
        for (CallParty receiver : RECEIVERS) {
            Call ringing = call(receiver, CallStatus.INITIATED, 2);
            Call ongoing = call(receiver, CallStatus.ONGOING, 2);
            all.add(new CallState.Outgoing(ringing, false));
            all.add(new CallState.Outgoing(ringing, true));
            all.add(new CallState.Incoming(ringing));
            all.add(new CallState.Accepting(ringing));
            all.add(new CallState.AcceptLost(ringing, new CallException(ErrorCode.ERR_UNAUTHORIZED)));
            all.add(new CallState.Connecting(ongoing));
            all.add(new CallState.Ongoing(ongoing, START, false));
            all.add(new CallState.Ongoing(ongoing, START, true));
            all.add(new CallState.Cancelling(ringing, EndReason.CANCELLED));
            all.add(new CallState.HangingUp(ringing, EndReason.HANG_UP));
            all.add(new CallState.Declining(ringing, CallStatus.REJECTED));
            all.add(new CallState.Declining(ringing, CallStatus.BUSY));
            all.add(new CallState.Ending(ongoing, EndReason.HANG_UP));
            all.add(new CallState.Ending(ongoing, EndReason.JOIN_FAILED));
            all.add(new CallState.RangOut(ringing, true));
            all.add(new CallState.RangOut(ringing, false));
            all.add(new CallState.Ended(call(receiver, CallStatus.ENDED, 2), EndReason.HANG_UP, false, null));
        }
        return all;
    }

    static List<CallEvent> events() {
        List<CallEvent> all = new ArrayList<>(List.of(
                new CallEvent.Dial(CallRequest.video("bob")),
                new CallEvent.Accept(),
                new CallEvent.Decline(CallStatus.REJECTED),
                new CallEvent.Cancel(),
                new CallEvent.HangUp(),
                new CallEvent.LineRestored(),
                new CallEvent.MediaConnected(START),
                new CallEvent.MediaLost(),
                new CallEvent.MediaRestored(),
                new CallEvent.RingTimeOver(),
                new CallEvent.IdleTimeOver()));
        calls().forEach(call -> ofCall(call, all));
        failed(all, CallEvent.InitiateFailed::new);
        failed(all, CallEvent.AcceptFailed::new);
        failed(all, CallEvent.RejectFailed::new);
        failed(all, CallEvent.EndFailed::new);
        failed(all, CallEvent.RefreshFailed::new);
        failed(all, CallEvent.MediaError::new);
        failed(all, CallEvent.MediaFailed::new);
        failed(all, CallEvent.JoinFailed::new);
        return all;
    }

    private static void ofCall(Call call, List<CallEvent> all) {
        all.add(new CallEvent.HubIncoming(call, RING_TIME, false));
        all.add(new CallEvent.HubIncoming(call, Duration.ZERO, false));
        if (call.callReceiver() instanceof User) {
            all.add(new CallEvent.HubIncoming(call, RING_TIME, true));
        }
        all.add(new CallEvent.HubAccepted(call));
        all.add(new CallEvent.HubRemoteRinging(call));
        for (CallNotice notice :
                List.of(CallNotice.REJECTED, CallNotice.CANCELLED, CallNotice.ENDED, CallNotice.ANSWERED_ELSEWHERE)) {
            all.add(new CallEvent.HubClosed(notice, call));
        }
        all.add(new CallEvent.InitiateAnswered(call));
        all.add(new CallEvent.AcceptAnswered(call));
        all.add(new CallEvent.RejectAnswered(call));
        all.add(new CallEvent.EndAnswered(call));
        all.add(new CallEvent.Refreshed(call));
    }

    private static List<Call> calls() {
        List<Call> all = new ArrayList<>();
        for (CallParty receiver : RECEIVERS) {
            for (CallStatus status : CallStatus.values()) {
                for (long version = 1; version <= 3; version++) {
                    all.add(call(receiver, status, version));
                }
            }
        }
        return all;
    }

    private static void failed(List<CallEvent> all, Function<CallException, CallEvent> event) {
        FAILURES.forEach(code -> all.add(event.apply(new CallException(code))));
    }

    private static Call call(CallParty receiver, CallStatus status, long version) {
        return new Call(
                "m" + version,
                "s1",
                Call.conversationId("alice", receiver.receiverType(), receiver.id()),
                CallType.VIDEO,
                receiver.receiverType(),
                receiver.id(),
                status,
                status,
                START,
                null,
                ALICE,
                receiver,
                ALICE,
                receiver,
                START,
                START,
                Duration.ZERO,
                null,
                version);
    }
}
