package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.spi.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Starts calls. A record is stored before other calls are looked at, so that of two users who call each other at the
 * same moment at least one sees the other's call; both then agree that the lower session id survives.
 */
final class Dialing {
    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_TIMEOUT = Duration.ofSeconds(180);
    private static final int MAX_ID_LENGTH = 128;

    private final CallStore store;
    private final CallBook book;
    private final People people;
    private final Announcer announcer;
    private final CallTimers timers;
    private final Scheduler clock;

    Dialing(CallStore store, CallBook book, People people, Announcer announcer, CallTimers timers, Scheduler clock) {
        this.store = store;
        this.book = book;
        this.people = people;
        this.announcer = announcer;
        this.timers = timers;
        this.clock = clock;
    }

    CallRecord initiate(Device by, String sessionId, CallRequest request) throws CallException {
        check(sessionId, request);
        Optional<CallRecord> known = store.find(sessionId);
        if (known.isPresent()) {
            return again(by, known.get());
        }
        List<String> receivers = people.receivers(by.uid(), request.receiverId(), request.receiverType());
        for (CallRecord open : store.open(by.uid())) {
            makeWay(by, open, request);
        }
        CallRecord first = CallRecord.initiated(sessionId, request, by, receivers, clock.now());
        if (!store.insert(first)) {
            return initiate(by, sessionId, request);
        }
        return store.isBuried(sessionId, by.uid()) ? bornDead(first, by) : ring(first, by);
    }

    private CallRecord again(Device by, CallRecord known) throws CallException {
        if (!known.caller().uid().equals(by.uid())) {
            throw new CallException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        return book.find(known.sessionId());
    }

    /** A call to the user one is talking with means that the other end of the old one is lost: the old one closes. */
    private void makeWay(Device by, CallRecord open, CallRequest request) throws CallException {
        if (!open.engages(by.uid())) {
            return;
        }
        boolean same = !open.isGroup()
                && request.receiverType() == ReceiverType.USER
                && open.party(request.receiverId()).isPresent();
        if (!same || open.status() != CallStatus.ONGOING) {
            throw new CallException(ErrorCode.ERR_CALL_BUSY_SELF);
        }
        book.order(open.sessionId(), new CallCommand.Recall(by));
    }

    /** The cancel came before the call: it is logged, and nobody is told. */
    private CallRecord bornDead(CallRecord first, Device by) {
        CallRecord dead = Answering.takeBack(first, by, clock.now()).next();
        store.compareAndSet(first, dead);
        return dead;
    }

    private CallRecord ring(CallRecord first, Device by) throws CallException {
        for (CallRecord open : first.isGroup() ? List.<CallRecord>of() : store.open(by.uid())) {
            boolean crossed = open.status() == CallStatus.INITIATED
                    && !open.isGroup()
                    && open.caller().uid().equals(first.request().receiverId());
            if (crossed) {
                return merge(first, open, by);
            }
        }
        timers.arrange(first);
        announcer.incoming(
                first,
                first.receivers().stream()
                        .map(party -> Audience.allOf(party.uid()))
                        .toList());
        return first;
    }

    private CallRecord merge(CallRecord mine, CallRecord theirs, Device by) throws CallException {
        boolean mineSurvives = mine.sessionId().compareTo(theirs.sessionId()) < 0;
        CallRecord survivor = mineSurvives ? mine : theirs;
        CallRecord absorbed = mineSurvives ? theirs : mine;
        String theirDevice = theirs.caller().deviceId();
        Device answering =
                mineSurvives ? new Device(theirs.caller().uid(), theirDevice == null ? "" : theirDevice) : by;
        CallRecord ongoing = book.apply(survivor.sessionId(), new CallCommand.Accept(answering));
        book.order(absorbed.sessionId(), new CallCommand.Absorb(survivor.sessionId(), mineSurvives));
        announcer.merged(absorbed, ongoing);
        return ongoing;
    }

    private static void check(String sessionId, CallRequest request) throws CallException {
        if (sessionId.isEmpty()) {
            throw new CallException(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        }
        boolean printable = sessionId.chars().allMatch(c -> c > ' ' && c < 127);
        if (sessionId.length() > MAX_ID_LENGTH || !printable) {
            throw CallException.badRequest("sessionId");
        }
        Duration timeout = request.timeout();
        if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw CallException.badRequest("timeout");
        }
    }
}
