package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.Scheduler;

/** Carries out commands on stored records, by compare-and-set; then tells those concerned and arranges the clocks. */
final class CallBook {
    private final CallStore store;
    private final Scheduler clock;
    private final Announcer announcer;
    private final CallTimers timers;

    CallBook(CallStore store, Scheduler clock, Announcer announcer, CallTimers timers) {
        this.store = store;
        this.clock = clock;
        this.announcer = announcer;
        this.timers = timers;
    }

    /** Returns the record of a session, or of the call that goes on in its place. */
    CallRecord find(String sessionId) throws CallException {
        if (sessionId.isEmpty()) {
            throw new CallException(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        }
        CallRecord record =
                store.find(sessionId).orElseThrow(() -> new CallException(ErrorCode.ERR_CALL_SESSION_NOT_FOUND));
        return record.mergedInto() == null ? record : find(record.mergedInto());
    }

    /** Returns the record of a session after a command. */
    CallRecord apply(String sessionId, CallCommand command) throws CallException {
        while (true) {
            CallRecord before = find(sessionId);
            Transition transition = Ringing.apply(before, command, clock.now());
            if (transition.next().version() == before.version() || store.compareAndSet(before, transition.next())) {
                timers.arrange(transition.next());
                announcer.announce(transition);
                return transition.next();
            }
        }
    }

    /** Carries out an order of the hub itself, which has nobody to answer. */
    void order(String sessionId, CallCommand.FromHub command) {
        try {
            apply(sessionId, command);
        } catch (CallException impossible) {
            throw new IllegalStateException("the hub's own commands are always legal", impossible);
        }
    }
}
