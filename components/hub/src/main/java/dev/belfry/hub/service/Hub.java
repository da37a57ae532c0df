package dev.belfry.hub.service;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.call.spi.PeerMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hub that makes calls ring: who may do what, what becomes of a call, who is told. Thread-safe; it answers on the
 * calling thread, as fast as its store does. Every command is idempotent: sent again, it is answered with the call as
 * it now stands. A command that comes too late to matter (a decline after the call was accepted, a second end) is
 * answered so as well. A cancel that finds the call accepted is answered with the ongoing call, for the caller to end.
 * Every method fails with ERR_UNAVAILABLE if the hub's store cannot be reached.
 *
 * @since 0.1
 */
public final class Hub implements AutoCloseable {
    private final HubParts parts;

    Hub(HubParts parts) {
        this.parts = parts;
    }

    /**
     * A device starts to listen. Ringing calls of its user ring on it for what is left of their time.
     *
     * @param start a number that rises each time the device starts anew; calls that an earlier start was in are over
     * @return the events from this start on
     * @throws CallException ERR_UNAUTHORIZED if the user is unknown, or the device has since started anew
     */
    public Batch connect(Device device, long start) throws CallException {
        return parts.deliveries.since(device, parts.lines.connect(device, start));
    }

    /**
     * A connection of a device came to this node, which holds it from here on; otherwise as {@link #connect}. To be
     * followed by one {@link #detach}, also if another connection of the device comes before.
     *
     * @return the number of the user's latest event when this start of the device was first heard of
     * @throws CallException ERR_UNAUTHORIZED if the user is unknown, or the device has since started anew
     * @throws IllegalStateException if this hub has no node's name
     */
    public long attach(Device device, long start) throws CallException {
        return node().attach(device, start);
    }

    /**
     * A connection of a device went, and this node holds it no longer: if it stays away for the time of a lease, it is
     * lost to the calls it is in.
     */
    public void detach(Device device, long start) throws CallException {
        node().detach(device, start);
    }

    /** Returns a device's events after a number; also tells that the device lives, which renews its lease on calls. */
    public Batch sync(Device device, long seq) throws CallException {
        parts.lines.hear(device);
        return parts.deliveries.since(device, seq);
    }

    /** Returns a device's events after a number, and tells nothing about the device. */
    public Batch events(Device device, long seq) throws CallException {
        return parts.deliveries.since(device, seq);
    }

    /** Returns what a device is to hear of events that have just been stored. */
    public Batch events(Device device, NewEvents events) {
        return parts.deliveries.of(device, events.entries());
    }

    /** Returns the number of a user's latest event, 0 before the first. */
    public long head(String uid) throws CallException {
        return parts.store.read(in -> in.head(uid));
    }

    /** A device signs off: the calls it is in are over, as if it had hung up. */
    public void disconnect(Device device, long start) throws CallException {
        parts.lines.close(device, start);
    }

    /** Starts a call under a session id made by the device. */
    public Call initiate(Device by, String sessionId, CallRequest request) throws CallException {
        return view(parts.dialing.initiate(by, sessionId, request), by);
    }

    /** Notes that a device rings; the caller is told of the first one. */
    public Call ringing(Device by, String sessionId) throws CallException {
        return apply(by, sessionId, new CallCommand.Ring(by));
    }

    public Call accept(Device by, String sessionId) throws CallException {
        return apply(by, sessionId, new CallCommand.Accept(by));
    }

    /**
     * Declines (REJECTED, BUSY) or takes back (CANCELLED). Taking back an unknown call fails with
     * ERR_CALL_SESSION_NOT_FOUND and keeps that call from ringing should it come later.
     */
    public Call reject(Device by, String sessionId, CallStatus status) throws CallException {
        boolean takesBack = status == CallStatus.CANCELLED;
        Scene scene = takesBack ? parts.dialing.lookOrBury(by, sessionId) : parts.book.look(sessionId);
        Set<String> connected = scene.cast().devices(by.uid());
        return view(parts.book.apply(scene, new CallCommand.Reject(by, status, connected)), by);
    }

    /** Ends an ongoing call; the answer's action is {@link CallStatus#ONGOING}. */
    public Call end(Device by, String sessionId) throws CallException {
        Scene scene = parts.book.apply(sessionId, new CallCommand.End(by));
        CallRecord record = scene.record();
        boolean ended =
                record.status() == CallStatus.ENDED && record.changedBy().equals(by.uid());
        return ended ? parts.views.answerToEnd(record, scene.cast(), by.uid()) : view(scene, by);
    }

    /** Returns a token to join the session of an ongoing call with. */
    public CallToken token(Device by, String sessionId) throws CallException {
        CallRecord record = mine(by, sessionId);
        Party party = record.party(by.uid()).orElseThrow();
        Seating.requireMember(record, party, by);
        Instant expires = now().plus(parts.tokenLife).truncatedTo(ChronoUnit.SECONDS);
        return new CallToken(record.sessionId(), parts.tokens.sign(new CallGrant(record.sessionId(), by, expires)));
    }

    /** Returns a call of this user's as it now stands. */
    public Call call(Device by, String sessionId) throws CallException {
        Scene scene = parts.book.look(sessionId);
        requireParty(scene.record(), by);
        return view(scene, by);
    }

    /** Returns a page of this user's calls. */
    public CallLogPage calls(Device by, CallLogFilter filter, @Nullable String cursor) throws CallException {
        return parts.history.page(by.uid(), filter, cursor);
    }

    /** Joins the session a token is for; returns all participants. */
    public List<Participant> join(Device by, CallToken token, boolean audioMuted, boolean videoMuted)
            throws CallException {
        CallGrant grant = parts.tokens.verify(token.token());
        boolean valid = grant.device().equals(by)
                && grant.sessionId().equals(token.sessionId())
                && now().isBefore(grant.expiresAt());
        if (!valid) {
            throw new CallException(ErrorCode.ERR_UNAUTHORIZED, "token", null);
        }
        Scene scene =
                parts.book.apply(token.sessionId(), new CallCommand.Join(by, parts.ids.get(), audioMuted, videoMuted));
        return scene.record().seats().stream()
                .map(seat -> parts.views.participant(seat, scene.cast(), by))
                .toList();
    }

    /** Tells the others in a session what a device has muted. */
    public Participant mute(Device by, String sessionId, boolean audioMuted, boolean videoMuted) throws CallException {
        Scene scene = parts.book.apply(sessionId, new CallCommand.Mute(by, audioMuted, videoMuted));
        return parts.views.participant(scene.record().seat(by).orElseThrow(), scene.cast(), by);
    }

    /**
     * Carries a message from one participant of a session to another: to that one's device alone. The same number
     * again is the same message, of which the receiver hears once.
     *
     * @param to the id of the other participation
     * @param number which message of this participation to that one it is, as its device counts
     */
    public void relay(Device by, String sessionId, String to, long number, PeerMessage message) throws CallException {
        message.validate();
        CallRecord record = mine(by, sessionId);
        Seating.requireOngoing(record);
        Seat from = record.seat(by).orElseThrow(() -> new CallException(ErrorCode.ERR_CALL_NOT_A_PART));
        Seat other = record.seats().stream()
                .filter(seat -> seat.participantId().equals(to) && !seat.equals(from))
                .findFirst()
                .orElseThrow(() -> new CallException(ErrorCode.ERR_CALL_NOT_A_PART));
        parts.changes.make(change -> {
            parts.announcer.relay(change, record, from, other, number, message);
            return record;
        });
    }

    /** Leaves a session without ending the call for the others; the last one to leave ends it. */
    public void leave(Device by, String sessionId) throws CallException {
        parts.book.apply(sessionId, new CallCommand.Leave(by));
    }

    public User user(String uid) throws CallException {
        return parts.people.user(uid);
    }

    /** Finds users whose name or uid contains the text, all for an empty one. */
    public List<User> users(String search) throws CallException {
        return parts.people.search(search);
    }

    public Group group(String guid) throws CallException {
        return parts.people.group(guid);
    }

    /** Stops the hub's clock, and gives up the devices it holds, for other nodes to take. Its store stays open. */
    @Override
    public void close() {
        parts.alarm.close();
        if (parts.node != null) {
            parts.node.retire();
        }
    }

    private Call apply(Device by, String sessionId, CallCommand command) throws CallException {
        return view(parts.book.apply(sessionId, command), by);
    }

    private CallRecord mine(Device by, String sessionId) throws CallException {
        CallRecord record = parts.book.find(sessionId);
        requireParty(record, by);
        return record;
    }

    private static void requireParty(CallRecord record, Device by) throws CallException {
        if (record.party(by.uid()).isEmpty()) {
            throw new CallException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
    }

    private Call view(Scene scene, Device by) {
        return parts.views.view(scene.record(), scene.cast(), by.uid());
    }

    private Node node() {
        if (parts.node == null) {
            throw new IllegalStateException("a hub needs a node's name to hold connections");
        }
        return parts.node;
    }

    private Instant now() {
        return parts.clock.now();
    }
}
