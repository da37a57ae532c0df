package dev.belfry.hub.service;

import dev.belfry.call.CallStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the hub has to act on a call by itself, which follows from its record alone: when ringing stops, when a user who
 * accepted must have joined, when somebody has been alone for too long. Pure.
 *
 * @param timeToJoin how long one has to join the session after the call was accepted
 * @param idleTimeout how long one may be alone in it
 */
record Deadlines(Duration timeToJoin, Duration idleTimeout) {
    private record Deadline(Instant at, CallCommand.FromHub command) {}

    /** The first time at which there is something to do; null for never. */
    @Nullable
    Instant due(CallRecord record) {
        return first(record).map(Deadline::at).orElse(null);
    }

    /** What is to be done at this time, one thing after the other; empty for nothing. */
    Optional<CallCommand.FromHub> fallen(CallRecord record, Instant now) {
        return first(record).filter(next -> !next.at.isAfter(now)).map(Deadline::command);
    }

    private Optional<Deadline> first(CallRecord record) {
        return record.status().isTerminal()
                ? Optional.empty()
                : Stream.of(ringing(record), joining(record), idling(record))
                        .flatMap(each -> each)
                        .min(Comparator.comparing(Deadline::at));
    }

    private static Stream<Deadline> ringing(CallRecord record) {
        return record.receivers().stream()
                .filter(Party::isRinging)
                .limit(1)
                .map(any -> new Deadline(record.ringsUntil(), new CallCommand.RingTimeout()));
    }

    private Stream<Deadline> joining(CallRecord record) {
        return record.parties()
                .filter(party -> record.status() == CallStatus.ONGOING && party.isEngaged() && party.joinedAt() == null)
                .flatMap(party -> Stream.ofNullable(party.acceptedAt())
                        .map(at -> new Deadline(at.plus(timeToJoin), new CallCommand.JoinDeadline(party.uid()))));
    }

    private Stream<Deadline> idling(CallRecord record) {
        return Stream.ofNullable(record.aloneSince())
                .map(since -> new Deadline(since.plus(idleTimeout), new CallCommand.Idle()));
    }
}
