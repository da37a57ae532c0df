package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.time.Instant;

/**
 * The transitions of a call: (record, command) to (next record, whom to tell). Pure: same arguments, same result. A
 * command that was already carried out, or comes too late to matter, changes nothing.
 */
final class Ringing {
    private Ringing() {}

    static Transition apply(CallRecord record, CallCommand command, Instant now) throws CallException {
        if (command instanceof CallCommand.FromDevice request) {
            Party party = record.party(request.by().uid())
                    .orElseThrow(() -> new CallException(ErrorCode.ERR_CALL_NOT_A_PART));
            return request(record, party, request, now);
        }
        return record.status().isTerminal()
                ? Transition.none(record)
                : order(record, (CallCommand.FromHub) command, now);
    }

    private static Transition request(CallRecord record, Party party, CallCommand.FromDevice request, Instant now)
            throws CallException {
        if (request instanceof CallCommand.Ring ring) {
            return Answering.ring(record, party, ring, now);
        }
        if (request instanceof CallCommand.Accept accept) {
            return Answering.accept(record, party, accept, now);
        }
        if (request instanceof CallCommand.Reject reject) {
            return party.uid().equals(record.caller().uid())
                    ? Answering.cancel(record, reject, now)
                    : Answering.reject(record, party, reject, now);
        }
        if (request instanceof CallCommand.End end) {
            return Ending.end(record, party, end, now);
        }
        if (request instanceof CallCommand.Join join) {
            return Seating.join(record, party, join, now);
        }
        if (request instanceof CallCommand.Mute mute) {
            return Seating.mute(record, mute, now);
        }
        return Seating.leave(record, party, (CallCommand.Leave) request, now);
    }

    private static Transition order(CallRecord record, CallCommand.FromHub order, Instant now) {
        if (order instanceof CallCommand.RingTimeout) {
            return Answering.timeout(record, now);
        }
        if (order instanceof CallCommand.JoinDeadline deadline) {
            return Ending.joinDeadline(record, deadline, now);
        }
        if (order instanceof CallCommand.Idle) {
            return Ending.idle(record, now);
        }
        if (order instanceof CallCommand.Gone gone) {
            return Ending.gone(record, gone, now);
        }
        if (order instanceof CallCommand.Absorb absorb) {
            return Answering.absorb(record, absorb, now);
        }
        return Ending.recall(record, (CallCommand.Recall) order, now);
    }
}
