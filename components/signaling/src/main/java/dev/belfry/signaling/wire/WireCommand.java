package dev.belfry.signaling.wire;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.spi.PeerMessage;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to the hub.
 *
 * @since 0.1
 */
public sealed interface WireCommand {
    /**
     * Starts a call.
     *
     * @param sessionId the id made by the device, or null to let the hub make one
     */
    record Initiate(@Nullable String sessionId, CallRequest request) implements WireCommand {}

    /** Declines or takes back a call. */
    record Reject(CallStatus status) implements WireCommand {}

    /** Joins the session a token is for. */
    record Join(String sessionId, String token, boolean isAudioMuted, boolean isVideoMuted) implements WireCommand {
        /** Leaves the token out, so that no log carries it. */
        @Override
        public String toString() {
            return "Join[sessionId=" + sessionId + "]";
        }
    }

    /** Tells the others in a session what this device has muted. */
    record Mute(String sessionId, boolean isAudioMuted, boolean isVideoMuted) implements WireCommand {}

    /**
     * Carries a message to the media of another participant.
     *
     * @param to the id of that participation
     * @param number which message to it this is, as the device counts: the same again is the same message
     */
    record Relay(String sessionId, String to, long number, PeerMessage message) implements WireCommand {}

    /** Leaves a session. */
    record Leave(String sessionId) implements WireCommand {}

    /** Ends the device's line: the calls it is in end, as if it had hung up. */
    record SignOff() implements WireCommand {}
}
