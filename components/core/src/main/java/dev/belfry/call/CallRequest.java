package dev.belfry.call;

import java.time.Duration;
import java.util.Objects;

/**
 * A wish to call someone.
 *
 * @param receiverId a uid or a guid
 * @param receiverType which of the two
 * @param type what the call carries
 * @param timeout how long it rings before it ends unanswered
 * @since 0.1
 */
public record CallRequest(String receiverId, ReceiverType receiverType, CallType type, Duration timeout) {
    /** How long a call rings unless the caller says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(45);

    public CallRequest {
        Objects.requireNonNull(receiverId, "receiverId");
        Objects.requireNonNull(receiverType, "receiverType");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(timeout, "timeout");
    }

    /** Returns a request for a video call to a user. */
    public static CallRequest video(String uid) {
        return new CallRequest(uid, ReceiverType.USER, CallType.VIDEO, DEFAULT_TIMEOUT);
    }

    /** Returns a request for an audio call to a user. */
    public static CallRequest audio(String uid) {
        return new CallRequest(uid, ReceiverType.USER, CallType.AUDIO, DEFAULT_TIMEOUT);
    }

    /** Returns a request for a call to every member of a group. */
    public static CallRequest group(String guid, CallType type) {
        return new CallRequest(guid, ReceiverType.GROUP, type, DEFAULT_TIMEOUT);
    }

    /** Returns this request with another ring timeout. */
    public CallRequest withTimeout(Duration ringTimeout) {
        return new CallRequest(receiverId, receiverType, type, ringTimeout);
    }
}
