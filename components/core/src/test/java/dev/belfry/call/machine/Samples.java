package dev.belfry.call.machine;

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
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One or more examples of every state and event. The calls of states have version 2, those of events 3, stale ones 1. */
final class Samples {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final User ALICE = User.of("alice", "Alice");
    private static final User BOB = User.of("bob", "Bob");
    private static final Group TEAM = new Group("team", "Team", null, 3);
    private static final Duration LEFT = Duration.ofSeconds(40);

    private static final Call RINGING = call(BOB, CallStatus.INITIATED, 3);
    private static final Call ONGOING = call(BOB, CallStatus.ONGOING, 3);
    private static final Call ENDED = call(BOB, CallStatus.ENDED, 3);
    private static final Call CANCELLED = call(BOB, CallStatus.CANCELLED, 3);
    private static final Call REJECTED = call(BOB, CallStatus.REJECTED, 3);
    private static final Call BUSY = call(BOB, CallStatus.BUSY, 3);
    private static final Call UNANSWERED = call(BOB, CallStatus.UNANSWERED, 3);
    private static final Call STALE = call(BOB, CallStatus.ONGOING, 1);

    private Samples() {}

    static Map<String, CallState> states() {
        Call ringing = call(BOB, CallStatus.INITIATED, 2);
        Call ongoing = call(BOB, CallStatus.ONGOING, 2);
        Call ended = call(BOB, CallStatus.ENDED, 2);
        Map<String, CallState> all = new LinkedHashMap<>();
        all.put("New", new CallState.New());
        all.put("Dialing", new CallState.Dialing(CallRequest.video("bob")));
        all.put("Outgoing", new CallState.Outgoing(ringing, false));
        all.put("Outgoing-remoteRinging", new CallState.Outgoing(ringing, true));
        all.put("Incoming", new CallState.Incoming(ringing));
        all.put("Incoming-group", new CallState.Incoming(call(TEAM, CallStatus.INITIATED, 2)));
        all.put("Accepting", new CallState.Accepting(ringing));
        all.put("AcceptLost", new CallState.AcceptLost(ringing, failed(ErrorCode.ERR_UNAUTHORIZED)));
        all.put("Connecting", new CallState.Connecting(ongoing));
        all.put("Ongoing", new CallState.Ongoing(ongoing, START, false));
        all.put("Ongoing-mediaLost", new CallState.Ongoing(ongoing, START, true));
        all.put("Cancelling", new CallState.Cancelling(ringing, EndReason.CANCELLED));
        all.put("Cancelling-unanswered", new CallState.Cancelling(null, EndReason.CANCELLED));
        all.put("HangingUp", new CallState.HangingUp(ringing, EndReason.HANG_UP));
        all.put("Declining", new CallState.Declining(ringing, CallStatus.REJECTED));
        all.put("Declining-busy", new CallState.Declining(ringing, CallStatus.BUSY));
        all.put("Ending", new CallState.Ending(ongoing, EndReason.HANG_UP));
        all.put("RangOut-outgoing", new CallState.RangOut(ringing, true));
        all.put("RangOut-incoming", new CallState.RangOut(ringing, false));
        all.put("Ended", new CallState.Ended(ended, EndReason.HANG_UP, false, null));
        all.put("Ended-neverMade", new CallState.Ended(null, null, false, failed(ErrorCode.ERR_UNAUTHORIZED)));
        all.put("Ended-left", new CallState.Ended(ongoing, EndReason.HANG_UP, true, null));
        return all;
    }

    static Map<String, CallEvent> events() {
        Map<String, CallEvent> all = new LinkedHashMap<>();
        all.put("Dial video", new CallEvent.Dial(CallRequest.video("bob")));
        all.put("Dial audio", new CallEvent.Dial(CallRequest.audio("bob")));
        all.put("Accept", new CallEvent.Accept());
        all.put("Decline", new CallEvent.Decline(CallStatus.REJECTED));
        all.put("Decline busy", new CallEvent.Decline(CallStatus.BUSY));
        all.put("Cancel", new CallEvent.Cancel());
        all.put("End", new CallEvent.End());
        all.put("HangUp", new CallEvent.HangUp());
        all.put("Leave", new CallEvent.Leave());
        all.put("HubIncoming", new CallEvent.HubIncoming(RINGING, LEFT, false));
        all.put("HubIncoming while busy", new CallEvent.HubIncoming(RINGING, LEFT, true));
        all.put(
                "HubIncoming while busy, group",
                new CallEvent.HubIncoming(call(TEAM, CallStatus.INITIATED, 3), LEFT, true));
        all.put("HubIncoming expired", new CallEvent.HubIncoming(RINGING, Duration.ZERO, false));
        all.put("HubIncoming over", new CallEvent.HubIncoming(CANCELLED, LEFT, false));
        all.put("HubIncoming stale", new CallEvent.HubIncoming(call(BOB, CallStatus.INITIATED, 1), LEFT, false));
        all.put("HubAccepted", new CallEvent.HubAccepted(ONGOING));
        all.put("HubAccepted stale", new CallEvent.HubAccepted(STALE));
        all.put("HubClosed rejected", new CallEvent.HubClosed(CallNotice.REJECTED, REJECTED));
        all.put("HubClosed busy", new CallEvent.HubClosed(CallNotice.REJECTED, BUSY));
        all.put("HubClosed cancelled", new CallEvent.HubClosed(CallNotice.CANCELLED, CANCELLED));
        all.put("HubClosed ended", new CallEvent.HubClosed(CallNotice.ENDED, ENDED));
        all.put("HubClosed elsewhere", new CallEvent.HubClosed(CallNotice.ANSWERED_ELSEWHERE, ONGOING));
        all.put("HubClosed one of a group", new CallEvent.HubClosed(CallNotice.REJECTED, RINGING));
        all.put("HubClosed stale", new CallEvent.HubClosed(CallNotice.ENDED, STALE));
        all.put("HubRemoteRinging", new CallEvent.HubRemoteRinging(RINGING));
        all.put("LineRestored", new CallEvent.LineRestored());
        all.put("InitiateAnswered ringing", new CallEvent.InitiateAnswered(RINGING));
        all.put("InitiateAnswered ongoing", new CallEvent.InitiateAnswered(ONGOING));
        all.put("InitiateAnswered busy", new CallEvent.InitiateAnswered(BUSY));
        all.put("InitiateFailed", new CallEvent.InitiateFailed(failed(ErrorCode.ERR_UNAUTHORIZED)));
        all.put("InitiateFailed line down", new CallEvent.InitiateFailed(failed(ErrorCode.ERR_CONNECTION_LOST)));
        all.put("AcceptAnswered ongoing", new CallEvent.AcceptAnswered(ONGOING));
        all.put("AcceptAnswered cancelled", new CallEvent.AcceptAnswered(CANCELLED));
        all.put("AcceptAnswered ringing", new CallEvent.AcceptAnswered(RINGING));
        all.put("AcceptFailed", new CallEvent.AcceptFailed(failed(ErrorCode.ERR_CALL_TERMINATED)));
        all.put("AcceptFailed line down", new CallEvent.AcceptFailed(failed(ErrorCode.ERR_CONNECTION_LOST)));
        all.put("RejectAnswered cancelled", new CallEvent.RejectAnswered(CANCELLED));
        all.put("RejectAnswered ongoing", new CallEvent.RejectAnswered(ONGOING));
        all.put("RejectAnswered ringing", new CallEvent.RejectAnswered(RINGING));
        all.put("RejectFailed", new CallEvent.RejectFailed(failed(ErrorCode.ERR_UNAUTHORIZED)));
        all.put("RejectFailed not found", new CallEvent.RejectFailed(failed(ErrorCode.ERR_CALL_SESSION_NOT_FOUND)));
        all.put("RejectFailed line down", new CallEvent.RejectFailed(failed(ErrorCode.ERR_CONNECTION_LOST)));
        all.put("EndAnswered", new CallEvent.EndAnswered(ENDED));
        all.put("EndFailed", new CallEvent.EndFailed(failed(ErrorCode.ERR_CALL_TERMINATED)));
        all.put("EndFailed line down", new CallEvent.EndFailed(failed(ErrorCode.ERR_CONNECTION_LOST)));
        all.put("Refreshed ringing", new CallEvent.Refreshed(RINGING));
        all.put("Refreshed ongoing", new CallEvent.Refreshed(ONGOING));
        all.put("Refreshed unanswered", new CallEvent.Refreshed(UNANSWERED));
        all.put("Refreshed rejected", new CallEvent.Refreshed(REJECTED));
        all.put("Refreshed ended", new CallEvent.Refreshed(ENDED));
        all.put("Refreshed stale", new CallEvent.Refreshed(STALE));
        all.put("RefreshFailed", new CallEvent.RefreshFailed(failed(ErrorCode.ERR_CALL_SESSION_NOT_FOUND)));
        all.put("RefreshFailed line down", new CallEvent.RefreshFailed(failed(ErrorCode.ERR_CONNECTION_LOST)));
        all.put("MediaConnected", new CallEvent.MediaConnected(START));
        all.put("MediaLost", new CallEvent.MediaLost());
        all.put("MediaRestored", new CallEvent.MediaRestored());
        all.put("MediaError", new CallEvent.MediaError(failed(ErrorCode.ERR_CAMERA_BUSY)));
        all.put("MediaFailed", new CallEvent.MediaFailed(failed(ErrorCode.ERR_CAMERA_BUSY)));
        all.put("JoinFailed", new CallEvent.JoinFailed(failed(ErrorCode.ERR_UNAUTHORIZED)));
        all.put("JoinFailed over", new CallEvent.JoinFailed(failed(ErrorCode.ERR_CALL_TERMINATED)));
        all.put("JoinFailed line down", new CallEvent.JoinFailed(failed(ErrorCode.ERR_CONNECTION_LOST)));
        all.put("RingTimeOver", new CallEvent.RingTimeOver());
        all.put("IdleTimeOver", new CallEvent.IdleTimeOver());
        return all;
    }

    private static CallException failed(ErrorCode code) {
        return new CallException(code);
    }

    static Call call(CallParty receiver, CallStatus status, long version) {
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
