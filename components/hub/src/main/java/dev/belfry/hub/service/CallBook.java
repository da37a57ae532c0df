package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.Scheduler;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out commands on stored records, by compare-and-set, together with the events that tell of them. A command
 * works on the record as it was read before its transaction, and reads it again only if somebody else was faster.
 */
final class CallBook {
    private final HubStore store;
    private final Changes changes;
    private final People people;
    private final Announcer announcer;
    private final Deadlines deadlines;
    private final Scheduler clock;

    CallBook(
            HubStore store, Changes changes, People people, Announcer announcer, Deadlines deadlines, Scheduler clock) {
        this.store = store;
        this.changes = changes;
        this.people = people;
        this.announcer = announcer;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Returns the record of a session, or of the call that goes on in its place. */
    CallRecord find(String sessionId) throws CallException {
        return store.read(in -> find(in, sessionId));
    }

    /** Returns the same with its people. */
    Scene look(String sessionId) throws CallException {
        Read read = store.read(in -> {
            CallRecord record = find(in, sessionId);
            return new Read(record, in.connected(People.uids(List.of(record)), clock.now()));
        });
        return new Scene(read.record(), people.cast(List.of(read.record()), read.connected()));
    }

    /** Returns a session after a command. */
    Scene apply(String sessionId, CallCommand command) throws CallException {
        return apply(look(sessionId), command);
    }

    /** Returns a session, which has just been read, after a command. */
    Scene apply(Scene scene, CallCommand command) throws CallException {
        CallRecord read = scene.record();
        Transition expected = Ringing.apply(read, command, clock.now());
        if (expected.next().version() == read.version()) {
            return scene;
        }
        CallRecord next = changes.make(change -> {
            CallRecord before = change.isFirst() ? read : find(change.in(), read.sessionId());
            return apply(change, before, command, scene.cast());
        });
        return new Scene(next, scene.cast());
    }

    /** Carries out a command within a transaction. */
    CallRecord apply(Change change, CallRecord read, CallCommand command, Cast cast) throws CallException {
        CallRecord before = change.current(read);
        Transition transition = Ringing.apply(before, command, change.now());
        if (transition.next().version() != before.version()) {
            change.replace(before, transition.next(), cast);
            announcer.announce(change, transition, cast);
        }
        return transition.next();
    }

    /** Carries out an order of the hub itself, which is always legal. */
    CallRecord order(Change change, CallRecord read, CallCommand.FromHub command, Cast cast) {
        try {
            return apply(change, read, command, cast);
        } catch (CallException impossible) {
            throw new IllegalStateException("the hub's own commands are always legal", impossible);
        }
    }

    /** Does to a call all that is due, and has it wait for what is due next; returns what became of it. */
    CallRecord settle(Change change, CallRecord due, Cast cast) {
        CallRecord record = due;
        Optional<CallCommand.FromHub> next = deadlines.fallen(record, change.now());
        while (next.isPresent()) {
            CallRecord after = order(change, record, next.get(), cast);
            if (after.version() == record.version()) {
                throw new IllegalStateException(next.get() + " is due and changes nothing");
            }
            record = after;
            next = deadlines.fallen(record, change.now());
        }
        for (Seat seat : record.seats()) {
            if (!cast.reaches(seat.device())) {
                record = order(change, record, CallCommand.Gone.lost(seat.device()), cast);
            }
        }
        if (record.version() == due.version()) {
            change.replace(due, due, cast);
        }
        return record;
    }

    CallRecord find(StoreTransaction in, String sessionId) throws CallException {
        if (sessionId.isEmpty()) {
            throw new CallException(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        }
        CallRecord record =
                in.call(sessionId).orElseThrow(() -> new CallException(ErrorCode.ERR_CALL_SESSION_NOT_FOUND));
        return record.mergedInto() == null ? record : find(in, record.mergedInto());
    }

    private record Read(CallRecord record, Set<Device> connected) {}
}
