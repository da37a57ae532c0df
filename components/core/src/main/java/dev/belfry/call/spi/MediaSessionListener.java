package dev.belfry.call.spi;

import dev.belfry.call.CallException;

/**
 * Hears of a {@link MediaSession}. Called on threads of the engine, one at a time; hand work on, do not block.
 *
 * @since 0.1
 */
public interface MediaSessionListener {
    /** Carry a message to a participant's media; messages to one participant arrive in the order of these calls. */
    default void onPeerMessage(String participantId, PeerMessage message) {}

    /** The first media of any participant arrived. */
    default void onConnected() {}

    /** Pictures of a participant began or stopped arriving. */
    default void onRemoteVideo(String participantId, boolean flowing) {}

    /** How loud a participant is, from 0 to 1, at most ten times a second. */
    default void onAudioLevel(String participantId, double level) {}

    /** The participant who speaks now changed. */
    default void onDominantSpeaker(String participantId) {}

    default void onScreenShare(boolean sharing) {}

    default void onConnectionLost() {}

    default void onConnectionRestored() {}

    /** A camera, microphone or the like failed; the rest goes on. */
    default void onError(CallException error) {}

    /** The transport failed for good; the call cannot go on. */
    default void onFailed(CallException error) {}
}
