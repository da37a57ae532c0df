package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.spi.Scheduler;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
    private final Consumer<CallStatus> ends;

    /**
     * Creates what does it.
     *
     * @param ends told the status of each call that is over by it
     */
    DueCalls(
            HubStore store, Changes changes, CallBook book, People people, Scheduler clock, Consumer<CallStatus> ends) {
        this.store = store;
        this.changes = changes;
        this.book = book;
        this.people = people;
        this.clock = clock;
        this.ends = ends;
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
        List<CallRecord> settled = changes.make(change -> settle(
                change,
                change.in().takeDue(change.now(), BATCH).stream()
                        .filter(record -> cast.covers(List.of(record)))
                        .toList(),
                cast));
        tell(settled);
    }

    private void settleAlone(CallRecord due, Cast cast) throws CallException {
        try {
            tell(changes.make(change -> settle(
                    change,
                    change.in().call(due.sessionId()).stream()
                            .filter(record -> !record.status().isTerminal())
                            .toList(),
                    cast)));
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

    private List<CallRecord> settle(Change change, List<CallRecord> due, Cast cast) {
        if (due.isEmpty()) {
            return due;
        }
        Cast now = cast.reaching(change.in().connected(People.uids(due), change.now()));
        return due.stream().map(record -> book.settle(change, record, now)).toList();
    }

    private void tell(List<CallRecord> settled) {
        settled.stream().map(CallRecord::status).filter(CallStatus::isTerminal).forEach(ends);
    }
}
