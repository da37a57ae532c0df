package dev.belfry.call.spi;

import dev.belfry.call.Call;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One device's line to the hub. Thread-safe; nothing blocks. Every command is idempotent, so an implementation may
 * send it again until it is answered. A future fails with a {@link dev.belfry.call.CallException} and nothing else.
 *
 * @since 0.1
 */
public interface SignalingClient extends AutoCloseable {
    /** Returns the user who is signed in. */
    User localUser();

    /** Returns the id of this device, unlike that of the user's other devices. */
    String deviceId();

    /**
     * Opens the line. Events and states go to the listener from then on, one at a time, each once, in the hub's order.
     */
    void connect(SignalingListener listener);

    /** Starts a call under a session id made by this device. */
    CompletableFuture<Call> initiate(String sessionId, CallRequest request);

    /** Tells the caller that this device rings. */
    CompletableFuture<Call> ringing(String sessionId);

    CompletableFuture<Call> accept(String sessionId);

    /**
     * Declines or takes back.
     *
     * @param status {@link CallStatus#REJECTED}, {@link CallStatus#BUSY} or {@link CallStatus#CANCELLED}
     */
    CompletableFuture<Call> reject(String sessionId, CallStatus status);

    CompletableFuture<Call> end(String sessionId);

    CompletableFuture<CallToken> token(String sessionId);

    /** Returns a call as it now stands. */
    CompletableFuture<Call> call(String sessionId);

    /** Joins the session the token is for; returns all participants, this device's own among them. */
    CompletableFuture<List<Participant>> join(CallToken token, boolean audioMuted, boolean videoMuted);

    /** Tells the others in the session what this device has muted. */
    CompletableFuture<Participant> mute(String sessionId, boolean audioMuted, boolean videoMuted);

    /**
     * Carries a message to the media of another participant of a session this device has joined: to that device alone,
     * each message once, in the order of the calls. Fails with ERR_CALL_NOT_A_PART if one of the two is not in the
     * session or no longer, with ERR_CALL_NOT_STARTED before the call was accepted, with ERR_CALL_TERMINATED once it is
     * over, and with ERR_BAD_REQUEST if the message is too large.
     */
    CompletableFuture<@Nullable Void> relay(String sessionId, String toParticipantId, PeerMessage message);

    /**
     * Returns the STUN and TURN servers that help the media of a call to find a path; their credentials are good for a
     * limited time, at least that of a call's set-up. Asked for each call. None unless the hub knows some.
     */
    default CompletableFuture<List<IceServer>> iceServers() {
        return CompletableFuture.completedFuture(List.of());
    }

    /** Leaves the session. */
    CompletableFuture<@Nullable Void> leave(String sessionId);

    CompletableFuture<User> user(String uid);

    /** Finds users whose name or uid contains the text, all for an empty one. */
    CompletableFuture<List<User>> users(String search);

    CompletableFuture<Group> group(String guid);

    /**
     * Returns a page of the call log, newest first.
     *
     * @param cursor where the page begins, from the page before; null for the first
     */
    CompletableFuture<CallLogPage> calls(CallLogFilter filter, @Nullable String cursor);

    /**
     * Closes the line. The listener is told nothing of it, and no event or state comes after it returns, except that one
     * being told on another thread may finish. Commands not answered, and those to come, fail with ERR_CONNECTION_LOST.
     */
    @Override
    void close();
}
