package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.service.Notice.SeatChange;
import java.time.Instant;

/** The transitions of the session of a call: who joins, mutes and leaves. */
final class Seating {
    private Seating() {}

    static Transition join(CallRecord record, Party party, CallCommand.Join join, Instant now) throws CallException {
        requireMember(record, party, join.by());
        if (record.seat(join.by()).isPresent()) {
            return Transition.none(record);
        }
        Seat seat = new Seat(join.participantId(), join.by(), join.audioMuted(), join.videoMuted(), now);
        CallEdit edit = new CallEdit(record, now).party(party.joined(now)).sit(seat);
        tellOthers(edit, SeatChange.JOINED, seat);
        return edit.by(join.by());
    }

    static Transition mute(CallRecord record, CallCommand.Mute mute, Instant now) throws CallException {
        requireOngoing(record);
        Seat seat = record.seat(mute.by()).orElseThrow(() -> new CallException(ErrorCode.ERR_CALL_NOT_A_PART));
        Seat next = seat.muted(mute.audioMuted(), mute.videoMuted());
        if (next.equals(seat)) {
            return Transition.none(record);
        }
        CallEdit edit = new CallEdit(record, now).replace(next);
        tellOthers(edit, SeatChange.MUTED, next);
        return edit.by(mute.by());
    }

    static Transition leave(CallRecord record, Party party, CallCommand.Leave leave, Instant now) {
        if (record.status() != CallStatus.ONGOING || !party.isEngaged() || !party.holds(leave.by())) {
            return Transition.none(record);
        }
        CallEdit edit = new CallEdit(record, now).party(party.in(PartyState.LEFT, null));
        record.seat(leave.by()).ifPresent(seat -> rise(edit, seat));
        if (edit.current().parties().noneMatch(Party::isEngaged)) {
            Ending.finish(edit, EndReason.HANG_UP, leave.by());
        }
        return edit.by(leave.by());
    }

    static void rise(CallEdit edit, Seat seat) {
        edit.rise(seat);
        tellOthers(edit, SeatChange.LEFT, seat);
    }

    /** Requires that this device may be in the session: its user called or accepted with it, and the call goes on. */
    static void requireMember(CallRecord record, Party party, Device device) throws CallException {
        requireOngoing(record);
        boolean member = party.isEngaged() || party.state() == PartyState.LEFT;
        if (member && !party.holds(device)) {
            throw new CallException(ErrorCode.ERR_CALL_USER_ALREADY_JOINED);
        }
        if (!member) {
            throw new CallException(party.isRinging() ? ErrorCode.ERR_CALL_NOT_STARTED : ErrorCode.ERR_CALL_TERMINATED);
        }
    }

    static void requireOngoing(CallRecord record) throws CallException {
        if (record.status() == CallStatus.INITIATED) {
            throw new CallException(ErrorCode.ERR_CALL_NOT_STARTED);
        }
        if (record.status().isTerminal()) {
            throw new CallException(ErrorCode.ERR_CALL_TERMINATED);
        }
    }

    private static void tellOthers(CallEdit edit, SeatChange change, Seat seat) {
        edit.current().seats().stream()
                .filter(other -> !other.device().equals(seat.device()))
                .forEach(other -> edit.tell(new Notice.OfSeat(Audience.one(other.device()), change, seat)));
    }
}
