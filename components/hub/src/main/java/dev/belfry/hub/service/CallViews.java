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
    private final People people;
    private final Scheduler clock;

    CallViews(People people, Scheduler clock) {
        this.people = people;
        this.clock = clock;
    }

    Call view(CallRecord record, String uid) {
        return view(record, uid, null, record.status(uid));
    }

    /** The view with a reason that holds for some of the user's devices only. */
    Call view(CallRecord record, String uid, @Nullable EndReason reason) {
        return view(record, uid, reason, record.status(uid));
    }

    /** The answer to the one who ends the call: its action is {@link CallStatus#ONGOING}. */
    Call answerToEnd(CallRecord record, String uid) {
        return view(record, uid, null, CallStatus.ONGOING);
    }

    Participant participant(Seat seat, Device viewer) {
        User user = people.known(seat.device().uid());
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

    private Call view(CallRecord record, String uid, @Nullable EndReason reason, CallStatus action) {
        User initiator = people.known(record.caller().uid());
        CallParty called = people.receiver(record);
        User sender = people.known(record.changedBy());
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
