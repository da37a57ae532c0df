package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The transitions that end a call which was accepted, or take one user out of it. */
final class Ending {
    private Ending() {}

    static Transition end(CallRecord record, Party party, CallCommand.End end, Instant now) throws CallException {
        if (record.status() == CallStatus.INITIATED || party.isRinging()) {
            throw new CallException(ErrorCode.ERR_CALL_NOT_STARTED);
        }
        if (record.status().isTerminal() || !mayEnd(party)) {
            return Transition.none(record);
        }
        if (!party.holds(end.by())) {
            throw new CallException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        CallEdit edit = new CallEdit(record, now);
        finish(edit, EndReason.HANG_UP, end.by());
        return edit.by(end.by());
    }

    static Transition joinDeadline(CallRecord record, CallCommand.JoinDeadline deadline, Instant now) {
        Party party = record.party(deadline.uid()).orElse(null);
        if (record.status() != CallStatus.ONGOING || party == null || !party.isEngaged() || party.joinedAt() != null) {
            return Transition.none(record);
        }
        return takeOut(record, party, EndReason.JOIN_FAILED, now);
    }

    static Transition idle(CallRecord record, Instant now) {
        if (record.aloneSince() == null) {
            return Transition.none(record);
        }
        CallEdit edit = new CallEdit(record, now);
        finish(
                edit,
                EndReason.IDLE_TIMEOUT,
                new Device(record.seats().get(0).device().uid(), ""));
        return edit.by(null);
    }

    static Transition gone(CallRecord record, CallCommand.Gone gone, Instant now) {
        Party party = record.party(gone.device().uid()).orElse(null);
        if (party == null || !party.holds(gone.device()) || !party.isEngaged()) {
            return Transition.none(record);
        }
        return record.status() == CallStatus.INITIATED
                ? Answering.takeBack(record, gone.device(), now)
                : takeOut(record, party, gone.reason(), now);
    }

    static Transition recall(CallRecord record, CallCommand.Recall recall, Instant now) {
        if (record.status() != CallStatus.ONGOING) {
            return Transition.none(record);
        }
        CallEdit edit = new CallEdit(record, now);
        finish(edit, EndReason.CONNECTION_LOST, new Device(recall.cause().uid(), ""));
        return edit.by(null);
    }

    /** Ends a group call in which at most one user is left and nobody rings. */
    static void ifDeserted(CallEdit edit, EndReason reason, String by) {
        CallRecord record = edit.current();
        long engaged = record.parties().filter(Party::isEngaged).count();
        boolean rings = record.receivers().stream().anyMatch(Party::isRinging);
        if (record.status() == CallStatus.ONGOING && engaged <= 1 && !rings) {
            finish(edit, reason, new Device(by, ""));
        }
    }

    /** Ends the call for everybody who is in it, left it, or still rings; tells all but the device that ended it. */
    static void finish(CallEdit edit, EndReason reason, Device by) {
        Answering.silence(edit, PartyState.UNANSWERED, EndReason.UNANSWERED);
        edit.current()
                .parties()
                .filter(party -> mayEnd(party) && !party.holds(by))
                .forEach(party -> edit.tell(ended(party)));
        edit.close(CallStatus.ENDED, reason, by.uid());
    }

    private static Transition takeOut(CallRecord record, Party party, EndReason reason, Instant now) {
        CallEdit edit = new CallEdit(record, now);
        if (!record.isGroup()) {
            finish(edit, reason, new Device(party.uid(), ""));
            return edit.by(null);
        }
        List<Seat> seats = record.seats().stream()
                .filter(seat -> party.holds(seat.device()))
                .toList();
        edit.party(party.in(PartyState.GONE, reason)).tell(ended(party));
        for (Seat seat : seats) {
            Seating.rise(edit, seat);
        }
        ifDeserted(edit, reason, party.uid());
        return edit.by(null);
    }

    private static boolean mayEnd(Party party) {
        return party.isEngaged() || party.state() == PartyState.LEFT;
    }

    private static Notice ended(Party party) {
        return Notice.call(new Audience(party.uid(), Objects.requireNonNull(party.deviceId()), null), CallChange.ENDED);
    }
}
