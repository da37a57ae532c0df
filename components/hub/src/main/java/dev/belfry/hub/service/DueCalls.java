package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.Scheduler;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Does to calls what is due. Their people are read before the transaction in which it is done. A call with which that
 * fails holds up no other: it is put off.
 */
final class DueCalls {
    private static final Logger LOGGER = System.getLogger(DueCalls.class.getName());
    private static final int BATCH = 50;
    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    private final HubStore store;
    private final Changes changes;
    private final CallBook book;
    private final People people;
    private final Scheduler clock;

    DueCalls(HubStore store, Changes changes, CallBook book, People people, Scheduler clock) {
        this.store = store;
        this.changes = changes;
        this.book = book;
        this.people = people;
        this.clock = clock;
    }

    /** Settles a batch of calls; returns whether there may be more of them. */
    boolean settle() throws CallException {
        List<CallRecord> due = store.transact(in -> in.takeDue(clock.now(), BATCH));
        if (due.isEmpty()) {
            return false;
        }
        Cast cast = people.cast(due, Set.of());
        try {
            settleTogether(cast);
        } catch (RuntimeException failure) {
            LOGGER.log(Logger.Level.WARNING, "Calls that are due are settled one by one, as together they fail");
            for (CallRecord each : due) {
                settleAlone(each, cast);
            }
        }
        return due.size() == BATCH;
    }

    /** Calls that fell due meanwhile, of people who are not at hand, stay due. */
    private void settleTogether(Cast cast) throws CallException {
        changes.make(change -> {
            List<CallRecord> due = change.in().takeDue(change.now(), BATCH).stream()
                    .filter(record -> cast.covers(List.of(record)))
                    .toList();
            if (!due.isEmpty()) {
                Cast now = present(change, due, cast);
                due.forEach(record -> book.settle(change, record, now));
            }
            return due;
        });
    }

    private void settleAlone(CallRecord due, Cast cast) throws CallException {
        try {
            changes.make(change -> {
                Optional<CallRecord> record = change.in().call(due.sessionId());
                record.ifPresent(found -> book.settle(change, found, present(change, List.of(found), cast)));
                return record;
            });
        } catch (RuntimeException failure) {
            LOGGER.log(Logger.Level.ERROR, "The call " + due.sessionId() + " cannot be settled", failure);
            putOff(due.sessionId());
        }
    }

    private void putOff(String sessionId) throws CallException {
        store.transact(in -> {
            Optional<CallRecord> record = in.call(sessionId);
            record.ifPresent(found -> in.compareAndSet(found, found, clock.now().plus(PUT_OFF)));
            return record;
        });
    }

    private static Cast present(Change change, List<CallRecord> records, Cast cast) {
        return cast.reaching(change.in().connected(People.uids(records), change.now()));
    }
}
