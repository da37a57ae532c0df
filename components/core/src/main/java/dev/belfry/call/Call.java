package dev.belfry.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call as it stood after one change. Each change is a message of its own, with an {@link #id} of its own; the
 * {@link #sessionId} stays the same from the first ring to the end.
 *
 * @param id the id of this message
 * @param sessionId the call's id, unguessable
 * @param conversationId {@code <lesser uid>_user_<greater uid>} or {@code group_<guid>}
 * @param type what the call carries
 * @param receiverType whom the call is for
 * @param receiverId the uid or guid this message is for: the receiver on initiate and cancel, the caller on accept,
 *     reject and busy, the other party on end
 * @param action the change; equals {@link #status}, except that the one who ends the call is answered with
 *     {@link CallStatus#ONGOING}
 * @param status where the call now stands
 * @param initiatedAt when the caller started it
 * @param joinedAt when the user of this device joined, or null
 * @param sender who made this change
 * @param receiver whom this message is for
 * @param callInitiator who called, the same on every message
 * @param callReceiver who was called, the same on every message
 * @param sentAt when this message was sent
 * @param updatedAt when the call last changed
 * @param duration how long they talked; zero unless ended
 * @param endReason why it ended, or null while it has not
 * @param version rises by one with each change; the older of two messages has the lower
 * @since 0.1
 */
public record Call(
        String id,
        String sessionId,
        String conversationId,
        CallType type,
        ReceiverType receiverType,
        String receiverId,
        CallStatus action,
        CallStatus status,
        Instant initiatedAt,
        @Nullable Instant joinedAt,
        User sender,
        CallParty receiver,
        User callInitiator,
        CallParty callReceiver,
        Instant sentAt,
        Instant updatedAt,
        Duration duration,
        @Nullable EndReason endReason,
        long version) {
    /** The category of every message about a call. */
    public static final String CATEGORY = "call";

    public Call {
        Objects.requireNonNull(sessionId, "sessionId");
        Objects.requireNonNull(status, "status");
    }

    /** Returns the category, always {@value #CATEGORY}. */
    public String category() {
        return CATEGORY;
    }

    /** Returns whether the user with this uid started the call. */
    public boolean isInitiatedBy(String uid) {
        return callInitiator.uid().equals(uid);
    }

    /** Returns the party to show to the user with this uid: the group, or the other user. */
    public CallParty otherParty(String uid) {
        return callReceiver instanceof User && !isInitiatedBy(uid) ? callInitiator : callReceiver;
    }

    /** Returns the id of the conversation that a call between a user and a receiver belongs to. */
    public static String conversationId(String callerUid, ReceiverType receiverType, String receiverId) {
        if (receiverType == ReceiverType.GROUP) {
            return "group_" + receiverId;
        }
        boolean callerFirst = callerUid.compareTo(receiverId) <= 0;
        return callerFirst ? callerUid + "_user_" + receiverId : receiverId + "_user_" + callerUid;
    }
}
