package dev.belfry.hub.service;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ReceiverType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All the hub knows of one call. Immutable: a change makes a record with the next version.
 *
 * @param sessionId the call's id
 * @param request whom it is for and how
 * @param caller the user who called
 * @param receivers the users who were called: one, or a group's members without the caller
 * @param status where the call stands
 * @param changedBy the user who brought it to this status
 * @param initiatedAt when it was started
 * @param updatedAt when it last changed
 * @param connectedAt when a second user joined the session, so that they could talk; null before
 * @param endedAt when it ended; null before
 * @param endReason why it ended; null before
 * @param seats the devices in its session, in the order they joined
 * @param aloneSince since when one user has been alone in its session; null if none is
 * @param mergedInto the call that goes on in this one's place after two users called each other; null otherwise
 * @param version 1 at first, rising by one with each change
 * @since 0.1
 */
public record CallRecord(
        String sessionId,
        CallRequest request,
        Party caller,
        List<Party> receivers,
        CallStatus status,
        String changedBy,
        Instant initiatedAt,
        Instant updatedAt,
        @Nullable Instant connectedAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason,
        List<Seat> seats,
        @Nullable Instant aloneSince,
        @Nullable String mergedInto,
        long version) {
    public CallRecord {
        receivers = List.copyOf(receivers);
        seats = List.copyOf(seats);
    }

    /** Returns a call that begins to ring. */
    static CallRecord initiated(
            String sessionId, CallRequest request, Device caller, List<String> receivers, Instant now) {
        return new CallRecord(
                sessionId,
                request,
                Party.caller(caller),
                receivers.stream().map(Party::receiver).toList(),
                CallStatus.INITIATED,
                caller.uid(),
                now,
                now,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                1);
    }

    /** Returns whether it is for a group. */
    public boolean isGroup() {
        return request.receiverType() == ReceiverType.GROUP;
    }

    /** Returns whether it takes no part in any history: another call goes on in its place. */
    public boolean isMerged() {
        return mergedInto != null;
    }

    /** Returns every user of the call, the caller first. */
    public Stream<Party> parties() {
        return Stream.concat(Stream.of(caller), receivers.stream());
    }

    /** Returns the part of a user, empty for somebody else. */
    public Optional<Party> party(String uid) {
        return parties().filter(party -> party.uid().equals(uid)).findFirst();
    }

    /** Returns the participation of a device. */
    public Optional<Seat> seat(Device device) {
        return seats.stream().filter(seat -> seat.device().equals(device)).findFirst();
    }

    /** Returns whether a user is in this call or about to join: the caller from the start, others once they accept. */
    public boolean engages(String uid) {
        return !status.isTerminal() && party(uid).filter(Party::isEngaged).isPresent();
    }

    /**
     * Returns where the call stands for a user, which is what the user's log shows and filters by: in a group, a member
     * who did not answer is not in what goes on.
     */
    public CallStatus status(String uid) {
        if (!isGroup()) {
            return status;
        }
        return party(uid)
                .map(party -> switch (party.state()) {
                    case RINGING -> CallStatus.INITIATED;
                    case ACCEPTED, LEFT -> status;
                    case GONE -> CallStatus.ENDED;
                    case REJECTED -> CallStatus.REJECTED;
                    case BUSY -> CallStatus.BUSY;
                    case UNANSWERED -> CallStatus.UNANSWERED;
                    case CANCELLED -> CallStatus.CANCELLED;
                })
                .orElse(status);
    }

    /** Returns when ringing stops. */
    public Instant ringsUntil() {
        return initiatedAt.plus(request.timeout());
    }

    /** Returns how long they talked; zero before the end. */
    public Duration talked() {
        return connectedAt == null || endedAt == null ? Duration.ZERO : Duration.between(connectedAt, endedAt);
    }
}
