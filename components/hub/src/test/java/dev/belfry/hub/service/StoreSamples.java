package dev.belfry.hub.service;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Records and events to put into a store. */
final class StoreSamples {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Device ALICE = new Device("alice", "laptop");
    static final Device BOB = new Device("bob", "desk");

    private StoreSamples() {}

    /** A call that rings, from Alice to Bob. */
    static CallRecord ringing(String sessionId) {
        return ringing(sessionId, ALICE, "bob", START);
    }

    static CallRecord ringing(String sessionId, Device caller, String receiver, Instant at) {
        return CallRecord.initiated(sessionId, CallRequest.audio(receiver), caller, List.of(receiver), at);
    }

    /** The version after a record, accepted by a device of the receiver's. */
    static CallRecord accepted(CallRecord record, String deviceId) {
        Party receiver = record.receivers().get(0);
        return new CallEdit(record, record.updatedAt().plusSeconds(1))
                .party(receiver.accepted(deviceId, record.updatedAt().plusSeconds(1)))
                .status(CallStatus.ONGOING, receiver.uid())
                .by(null)
                .next();
    }

    /** The version after a record, ended by the caller. */
    static CallRecord ended(CallRecord record) {
        return new CallEdit(record, record.updatedAt().plusSeconds(1))
                .close(CallStatus.ENDED, EndReason.HANG_UP, record.caller().uid())
                .by(null)
                .next();
    }

    /** A record of a call to a group in which every field is set. */
    static CallRecord full(String sessionId) {
        Instant at = Instant.parse("2026-02-03T04:05:06.123456Z");
        Party alice = new Party("alice", PartyState.ACCEPTED, "laptop", true, Set.of(), at, at.plusMillis(1), null);
        Party bob = new Party("bob", PartyState.GONE, "desk", true, Set.of("a b", "ü"), at, at, EndReason.JOIN_FAILED);
        Party carol = new Party("carol", PartyState.RINGING, null, false, Set.of(), null, null, null);
        return new CallRecord(
                sessionId,
                CallRequest.group("team", CallType.VIDEO).withTimeout(Duration.ofSeconds(21)),
                alice,
                List.of(bob, carol),
                CallStatus.ONGOING,
                "bob",
                at,
                at.plusSeconds(1),
                at.plusSeconds(2),
                at.plusSeconds(3),
                EndReason.CONNECTION_LOST,
                List.of(new Seat("p1", ALICE, true, false, at), new Seat("p2", BOB, false, true, at)),
                at.plusSeconds(4),
                "other",
                7);
    }

    /** An event for a user, recognised by its number. */
    static EventDraft draft(String uid, int number) {
        Header header = new Header(0, "m" + number, "s1", "alice", "laptop", Duration.ZERO);
        Participant participant = new Participant("p1", "alice", "Alice", null, false, false, false, START);
        return new EventDraft(
                START.plusSeconds(number),
                new Audience(uid, null, null),
                new SignalingEvent.ParticipantJoined(header, participant));
    }

    /** The number that {@link #draft} was given. */
    static int number(EventEntry entry) {
        return Integer.parseInt(entry.draft().event().header().messageId().substring(1));
    }
}
