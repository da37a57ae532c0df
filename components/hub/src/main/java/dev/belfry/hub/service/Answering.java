package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The transitions of a call that rings: for everybody, or in a group for some members still. */
final class Answering {
    private Answering() {}

    static Transition ring(CallRecord record, Party party, CallCommand.Ring ring, Instant now) {
        if (!party.isRinging() || party.rung()) {
            return Transition.none(record);
        }
        CallEdit edit = new CallEdit(record, now).party(party.ringing());
        if (record.status() == CallStatus.INITIATED) {
            edit.tell(toCaller(record, CallChange.REMOTE_RINGING));
        }
        return edit.by(ring.by());
    }

    static Transition accept(CallRecord record, Party party, CallCommand.Accept accept, Instant now)
            throws CallException {
        requireReceiver(record, party);
        if (party.holds(accept.by())) {
            return Transition.none(record);
        }
        if (!party.isRinging()) {
            boolean elsewhere = party.deviceId() != null && !record.status().isTerminal();
            throw new CallException(elsewhere ? ErrorCode.ERR_CALL_USER_ALREADY_JOINED : ErrorCode.ERR_CALL_TERMINATED);
        }
        CallEdit edit = new CallEdit(record, now)
                .party(party.accepted(accept.by().deviceId(), now))
                .tell(elsewhere(accept.by()));
        if (record.status() == CallStatus.INITIATED) {
            Party caller = record.caller();
            edit.party(caller.accepted(Objects.requireNonNull(caller.deviceId()), now))
                    .status(CallStatus.ONGOING, party.uid())
                    .tell(toCaller(record, CallChange.ACCEPTED));
        }
        return edit.by(accept.by());
    }

    static Transition cancel(CallRecord record, CallCommand.Reject cancel, Instant now) throws CallException {
        if (cancel.status() != CallStatus.CANCELLED) {
            throw CallException.badRequest("status");
        }
        if (record.status() != CallStatus.INITIATED) {
            return Transition.none(record);
        }
        return takeBack(record, cancel.by(), now);
    }

    static Transition reject(CallRecord record, Party party, CallCommand.Reject reject, Instant now)
            throws CallException {
        if (reject.status() == CallStatus.BUSY && record.isGroup()) {
            throw new CallException(ErrorCode.ERR_CALL_GROUP_INVALID_STATUS);
        }
        if (reject.status() != CallStatus.REJECTED && reject.status() != CallStatus.BUSY) {
            throw CallException.badRequest("status");
        }
        if (!party.isRinging()) {
            return Transition.none(record);
        }
        return reject.status() == CallStatus.BUSY
                ? busy(record, party, reject, now)
                : decline(record, party, reject.by(), now);
    }

    private static Transition busy(CallRecord record, Party party, CallCommand.Reject busy, Instant now) {
        String device = busy.by().deviceId();
        Party next = party.busyOn(device);
        if (next.busyDevices().equals(party.busyDevices())) {
            return Transition.none(record);
        }
        CallEdit edit = new CallEdit(record, now);
        if (!next.busyDevices().containsAll(busy.connected())) {
            return edit.party(next).by(busy.by());
        }
        return edit.party(next.in(PartyState.BUSY, null))
                .close(CallStatus.BUSY, EndReason.BUSY, party.uid())
                .tell(toCaller(record, CallChange.REJECTED))
                .tell(elsewhere(busy.by()))
                .by(busy.by());
    }

    private static Transition decline(CallRecord record, Party party, Device by, Instant now) {
        CallEdit edit = new CallEdit(record, now)
                .party(party.in(PartyState.REJECTED, EndReason.DECLINED))
                .tell(elsewhere(by));
        boolean stillRings = edit.current().receivers().stream().anyMatch(Party::isRinging);
        if (record.status() == CallStatus.INITIATED && !stillRings) {
            edit.close(CallStatus.REJECTED, EndReason.DECLINED, by.uid()).tell(toCaller(record, CallChange.REJECTED));
        }
        Ending.ifDeserted(edit, EndReason.HANG_UP, by.uid());
        return edit.by(by);
    }

    static Transition timeout(CallRecord record, Instant now) {
        if (now.isBefore(record.ringsUntil())) {
            return Transition.none(record);
        }
        CallEdit edit = new CallEdit(record, now);
        if (!silence(edit, PartyState.UNANSWERED, EndReason.UNANSWERED)) {
            return Transition.none(record);
        }
        if (record.status() == CallStatus.INITIATED) {
            edit.close(
                            CallStatus.UNANSWERED,
                            EndReason.UNANSWERED,
                            record.caller().uid())
                    .tell(toCaller(record, CallChange.REJECTED));
        }
        Ending.ifDeserted(edit, EndReason.HANG_UP, record.caller().uid());
        return edit.by(null);
    }

    static Transition absorb(CallRecord record, CallCommand.Absorb absorb, Instant now) {
        if (record.status() != CallStatus.INITIATED) {
            return Transition.none(record);
        }
        CallEdit edit = new CallEdit(record, now)
                .parties(Party::isRinging, party -> party.in(PartyState.CANCELLED, EndReason.ANSWERED_ELSEWHERE))
                .close(
                        CallStatus.CANCELLED,
                        EndReason.ANSWERED_ELSEWHERE,
                        record.caller().uid())
                .merge(absorb.survivor());
        for (Party receiver : absorb.rang() ? record.receivers() : List.<Party>of()) {
            edit.tell(new Notice.OfCall(
                    Audience.allOf(receiver.uid()), CallChange.ANSWERED_ELSEWHERE, EndReason.ANSWERED_ELSEWHERE));
        }
        return edit.by(null);
    }

    /** The caller, or a device of the caller's that is gone, takes back a call that rings. */
    static Transition takeBack(CallRecord record, Device by, Instant now) {
        CallEdit edit = new CallEdit(record, now);
        silence(edit, PartyState.CANCELLED, EndReason.CANCELLED);
        return edit.close(CallStatus.CANCELLED, EndReason.CANCELLED, by.uid()).by(by);
    }

    /** Stops the ringing of every party that still rings; says whether any did. */
    static boolean silence(CallEdit edit, PartyState state, EndReason reason) {
        boolean any = false;
        for (Party party : edit.current().receivers()) {
            if (party.isRinging()) {
                edit.party(party.in(state, reason))
                        .tell(Notice.call(Audience.allOf(party.uid()), CallChange.CANCELLED));
                any = true;
            }
        }
        return any;
    }

    private static Notice toCaller(CallRecord record, CallChange change) {
        Party caller = record.caller();
        return Notice.call(new Audience(caller.uid(), caller.deviceId(), null), change);
    }

    private static Notice elsewhere(Device by) {
        return new Notice.OfCall(Audience.othersOf(by), CallChange.ANSWERED_ELSEWHERE, EndReason.ANSWERED_ELSEWHERE);
    }

    private static void requireReceiver(CallRecord record, Party party) throws CallException {
        if (party.uid().equals(record.caller().uid())) {
            throw new CallException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
    }
}
