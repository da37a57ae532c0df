package dev.belfry.hub.service;

import dev.belfry.call.Call;
import dev.belfry.call.CallParty;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.Scheduler;
import org.jspecify.annotations.Nullable;

/** A record as one of its users sees it. */
final class CallViews {
    private final Scheduler clock;

    CallViews(Scheduler clock) {
        this.clock = clock;
    }

    Call view(CallRecord record, Cast cast, String uid) {
        return view(record, cast, uid, null, record.status(uid));
    }

    /** The view with a reason that holds for some of the user's devices only. */
    Call view(CallRecord record, Cast cast, String uid, @Nullable EndReason reason) {
        return view(record, cast, uid, reason, record.status(uid));
    }

    /** The answer to the one who ends the call: its action is {@link CallStatus#ONGOING}. */
    Call answerToEnd(CallRecord record, Cast cast, String uid) {
        return view(record, cast, uid, null, CallStatus.ONGOING);
    }

    Participant participant(Seat seat, Cast cast, Device viewer) {
        User user = cast.user(seat.device().uid());
        return new Participant(
                seat.participantId(),
                user.uid(),
                user.name(),
                user.avatar(),
                seat.audioMuted(),
                seat.videoMuted(),
                seat.device().equals(viewer),
                seat.joinedAt());
    }

    private Call view(CallRecord record, Cast cast, String uid, @Nullable EndReason reason, CallStatus action) {
        User initiator = cast.user(record.caller().uid());
        CallParty called = cast.receiver(record);
        User sender = cast.user(record.changedBy());
        CallParty receiver = switch (record.status()) {
            case INITIATED, CANCELLED, UNANSWERED -> called;
            case ONGOING, REJECTED, BUSY -> initiator;
            case ENDED -> called instanceof User && !sender.uid().equals(initiator.uid()) ? initiator : called;
        };
        Party party = record.party(uid).orElse(null);
        EndReason own = party == null ? null : party.endReason();
        return new Call(
                record.sessionId() + "-" + record.version(),
                record.sessionId(),
                Call.conversationId(
                        initiator.uid(),
                        record.request().receiverType(),
                        record.request().receiverId()),
                record.request().type(),
                record.request().receiverType(),
                receiver.id(),
                action,
                record.status(uid),
                record.initiatedAt(),
                party == null ? null : party.joinedAt(),
                sender,
                receiver,
                initiator,
                called,
                clock.now(),
                record.updatedAt(),
                record.talked(),
                reason != null ? reason : own != null ? own : record.endReason(),
                record.version());
    }
}
