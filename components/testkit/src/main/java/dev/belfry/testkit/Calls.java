package dev.belfry.testkit;

import dev.belfry.call.Call;
import dev.belfry.call.CallParty;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Calls and participants to test with. */
public final class Calls {
    /** When every call made here was initiated. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Calls() {}

    /** Returns a call that rings, at version 1. */
    public static Call ringing(String sessionId, User caller, CallParty receiver, CallType type) {
        return new Call(
                sessionId + "-1",
                sessionId,
                Call.conversationId(caller.uid(), receiver.receiverType(), receiver.id()),
                type,
                receiver.receiverType(),
                receiver.id(),
                CallStatus.INITIATED,
                CallStatus.INITIATED,
                START,
                null,
                caller,
                receiver,
                caller,
                receiver,
                START,
                START,
                Duration.ZERO,
                null,
                1);
    }

    /** Returns the call a request would start. */
    public static Call requested(String sessionId, User caller, CallParty receiver, CallRequest request) {
        return ringing(sessionId, caller, receiver, request.type());
    }

    /** Returns the call one version on, with another status and the reason that usually goes with it. */
    public static Call changed(Call call, CallStatus status) {
        return changed(call, status, usualReason(status));
    }

    /** Returns the call one version on, with another status and reason. */
    public static Call changed(Call call, CallStatus status, @Nullable EndReason reason) {
        return with(call, call.sessionId(), status, reason, call.version() + 1);
    }

    /** Returns the call under another session id. */
    public static Call renamed(Call call, String sessionId) {
        return with(call, sessionId, call.status(), call.endReason(), call.version());
    }

    /** Returns a participant of a session who has joined with everything on. */
    public static Participant participant(User user, boolean local) {
        return new Participant(user.uid() + "-1", user.uid(), user.name(), user.avatar(), false, false, local, START);
    }

    private static Call with(Call call, String sessionId, CallStatus status, @Nullable EndReason reason, long version) {
        return new Call(
                sessionId + "-" + version,
                sessionId,
                call.conversationId(),
                call.type(),
                call.receiverType(),
                call.receiverId(),
                status,
                status,
                call.initiatedAt(),
                call.joinedAt(),
                call.sender(),
                call.receiver(),
                call.callInitiator(),
                call.callReceiver(),
                call.sentAt(),
                call.updatedAt(),
                call.duration(),
                reason,
                version);
    }

    private static @Nullable EndReason usualReason(CallStatus status) {
        return switch (status) {
            case INITIATED, ONGOING -> null;
            case REJECTED -> EndReason.DECLINED;
            case CANCELLED -> EndReason.CANCELLED;
            case BUSY -> EndReason.BUSY;
            case UNANSWERED -> EndReason.UNANSWERED;
            case ENDED -> EndReason.HANG_UP;
        };
    }
}
