package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.ReceiverType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Starts calls. All of it is one transaction, under the locks of the caller and the user called: of two who call each
 * other at the same moment the second finds the first one's call, and the one with the lower session id goes on.
 */
final class Dialing {
    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_TIMEOUT = Duration.ofSeconds(180);
    private static final int MAX_ID_LENGTH = 128;

    private final HubStore store;
    private final Changes changes;
    private final CallBook book;
    private final People people;
    private final Announcer announcer;

    Dialing(HubStore store, Changes changes, CallBook book, People people, Announcer announcer) {
        this.store = store;
        this.changes = changes;
        this.book = book;
        this.people = people;
        this.announcer = announcer;
    }

    Scene initiate(Device by, String sessionId, CallRequest request) throws CallException {
        check(sessionId, request);
        Optional<CallRecord> known = store.read(in -> in.call(sessionId));
        if (known.isPresent()) {
            return again(by, known.get());
        }
        List<String> receivers = people.receivers(by.uid(), request.receiverId(), request.receiverType());
        Cast cast = people.cast(by, receivers, request);
        boolean toUser = request.receiverType() == ReceiverType.USER;
        if (toUser && !cast.knows(request.receiverId())) {
            throw People.notFound();
        }
        List<String> locked = toUser ? List.of(by.uid(), request.receiverId()) : List.of(by.uid());
        Optional<CallRecord> dialed = changes.make(change -> {
            change.in().lock(locked);
            boolean doubled = change.in().call(sessionId).isPresent();
            return doubled ? Optional.empty() : Optional.of(dial(change, by, sessionId, request, receivers, cast));
        });
        return dialed.isEmpty() ? again(by, book.find(sessionId)) : new Scene(dialed.get(), cast);
    }

    /**
     * Returns the call that a user takes back. If there is none yet, it will not ring should it come.
     *
     * @throws CallException ERR_CALL_SESSION_NOT_FOUND if there is none
     */
    Scene lookOrBury(Device by, String sessionId) throws CallException {
        try {
            return book.look(sessionId);
        } catch (CallException missing) {
            boolean unknown = missing.code() == ErrorCode.ERR_CALL_SESSION_NOT_FOUND && isId(sessionId);
            if (!unknown || bury(sessionId, by.uid())) {
                throw missing;
            }
        }
        return book.look(sessionId);
    }

    /** Sets a tombstone, unless there is a record by now; returns whether it did. */
    private boolean bury(String sessionId, String uid) throws CallException {
        return changes.make(change -> {
            change.in().lock(List.of(uid));
            boolean unknown = change.in().call(sessionId).isEmpty();
            if (unknown) {
                change.in().bury(sessionId, uid, change.now());
            }
            return unknown;
        });
    }

    private Scene again(Device by, CallRecord known) throws CallException {
        if (!known.caller().uid().equals(by.uid())) {
            throw new CallException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        return book.look(known.sessionId());
    }

    private CallRecord dial(
            Change change, Device by, String sessionId, CallRequest request, List<String> receivers, Cast cast)
            throws CallException {
        List<CallRecord> open = change.in().open(by.uid());
        CallRecord first = CallRecord.initiated(sessionId, request, by, receivers, change.now());
        for (CallRecord other : open) {
            makeWay(change, by, other, request, cast);
        }
        if (change.in().isBuried(sessionId, by.uid())) {
            CallRecord dead = Answering.takeBack(first, by, change.now()).next();
            change.insert(dead);
            return dead;
        }
        Optional<CallRecord> crossed =
                open.stream().filter(other -> crosses(other, first)).findFirst();
        return crossed.isEmpty() ? ring(change, first, cast) : merge(change, first, crossed.get(), by, cast);
    }

    /** A call to the user one is talking with means that the other end of the old one is lost: the old one closes. */
    private void makeWay(Change change, Device by, CallRecord open, CallRequest request, Cast cast)
            throws CallException {
        if (!open.engages(by.uid())) {
            return;
        }
        boolean same = !open.isGroup()
                && request.receiverType() == ReceiverType.USER
                && open.party(request.receiverId()).isPresent();
        if (!same || open.status() != CallStatus.ONGOING) {
            throw new CallException(ErrorCode.ERR_CALL_BUSY_SELF);
        }
        book.order(change, open, new CallCommand.Recall(by), cast);
    }

    private static boolean crosses(CallRecord open, CallRecord first) {
        return open.status() == CallStatus.INITIATED
                && !open.isGroup()
                && !first.isGroup()
                && open.caller().uid().equals(first.request().receiverId());
    }

    private CallRecord ring(Change change, CallRecord first, Cast cast) {
        change.insert(first);
        announcer.incoming(
                change,
                first,
                cast,
                first.receivers().stream()
                        .map(party -> Audience.allOf(party.uid()))
                        .toList());
        return first;
    }

    /** Mine has not been stored yet, and nobody was told of it; theirs rings. */
    private CallRecord merge(Change change, CallRecord mine, CallRecord theirs, Device by, Cast cast)
            throws CallException {
        if (theirs.sessionId().compareTo(mine.sessionId()) < 0) {
            CallRecord ongoing = book.apply(change, theirs, new CallCommand.Accept(by), cast);
            absorb(change, mine, ongoing, cast);
            return ongoing;
        }
        String device = theirs.caller().deviceId();
        Device answering = new Device(theirs.caller().uid(), device == null ? "" : device);
        Transition accepted = Ringing.apply(mine, new CallCommand.Accept(answering), change.now());
        change.insert(accepted.next());
        announcer.announce(change, accepted, cast);
        book.order(change, theirs, new CallCommand.Absorb(mine.sessionId(), true), cast);
        announcer.merged(change, theirs, accepted.next(), cast);
        return accepted.next();
    }

    private void absorb(Change change, CallRecord mine, CallRecord survivor, Cast cast) throws CallException {
        CallCommand.Absorb silently = new CallCommand.Absorb(survivor.sessionId(), false);
        change.insert(Ringing.apply(mine, silently, change.now()).next());
        announcer.merged(change, mine, survivor, cast);
    }

    private static void check(String sessionId, CallRequest request) throws CallException {
        if (sessionId.isEmpty()) {
            throw new CallException(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        }
        if (!isId(sessionId)) {
            throw CallException.badRequest("sessionId");
        }
        Duration timeout = request.timeout();
        if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw CallException.badRequest("timeout");
        }
    }

    private static boolean isId(String sessionId) {
        boolean printable = sessionId.chars().allMatch(c -> c > ' ' && c < 127);
        return !sessionId.isEmpty() && sessionId.length() <= MAX_ID_LENGTH && printable;
    }
}
