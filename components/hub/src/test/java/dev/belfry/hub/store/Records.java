package dev.belfry.hub.store;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.hub.service.Audience;
import dev.belfry.hub.service.CallRecord;
import dev.belfry.hub.service.EventDraft;
import dev.belfry.hub.service.Party;
import dev.belfry.hub.service.PartyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records and events to store. */
final class Records {
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456789Z");

    private Records() {}

    static CallRecord ringing(String sessionId, String caller, String... receivers) {
        return ringingAt(NOON, sessionId, caller, receivers);
    }

    static CallRecord ringingAt(Instant at, String sessionId, String caller, String... receivers) {
        return new CallRecord(
                sessionId,
                new CallRequest(receivers[0], ReceiverType.USER, CallType.VIDEO, Duration.ofSeconds(45)),
                party(caller, PartyState.ACCEPTED),
                Stream.of(receivers).map(uid -> party(uid, PartyState.RINGING)).toList(),
                CallStatus.INITIATED,
                caller,
                at,
                at,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                1);
    }

    static Party party(String uid, PartyState state) {
        return new Party(uid, state, null, false, Set.of(), null, null, null);
    }

    /** The record one version on. */
    static CallRecord next(CallRecord record) {
        return with(record, record.status(), null);
    }

    static CallRecord ended(CallRecord record) {
        return with(record, CallStatus.ENDED, EndReason.HANG_UP);
    }

    static CallRecord with(CallRecord record, CallStatus status, @Nullable EndReason reason) {
        return new CallRecord(
                record.sessionId(),
                record.request(),
                record.caller(),
                record.receivers(),
                status,
                record.changedBy(),
                record.initiatedAt(),
                record.updatedAt(),
                record.connectedAt(),
                reason == null ? null : record.updatedAt(),
                reason,
                record.seats(),
                record.aloneSince(),
                record.mergedInto(),
                record.version() + 1);
    }

    static EventDraft draft(String uid, String text) {
        return draftAt(NOON, uid, text);
    }

    static EventDraft draftAt(Instant at, String uid, String text) {
        SignalingEvent.Header header = new SignalingEvent.Header(0, text, "s", "x", "d", Duration.ZERO);
        return new EventDraft(
                at,
                new Audience(uid, null, null),
                new SignalingEvent.PeerMessageReceived(header, "a", "b", new PeerMessage.EndOfCandidates(null)));
    }
}
