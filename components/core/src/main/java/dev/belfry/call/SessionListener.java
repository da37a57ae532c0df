package dev.belfry.call;

import java.util.List;

/**
 * Hears of the session of an accepted call: who is in it, what they share, how the media fares. Methods are called one
 * at a time, on the executor given to the controller. {@link #onConnectionClosed} is the last one of a session.
 *
 * @since 0.1
 */
public interface SessionListener {
    default void onUserJoined(Participant participant) {}

    default void onUserLeft(Participant participant) {}

    /** Follows every join, leave and mute; the list has the local participant first. */
    default void onUserListUpdated(List<Participant> participants) {}

    /** The call is over, whoever ended it. */
    default void onCallEnded() {}

    /** The local user pressed the end button. */
    default void onCallEndButtonPressed() {}

    /** Nobody else was in the session for the idle timeout. */
    default void onSessionTimeout() {}

    /** A participant's microphone or camera went off or on. */
    default void onUserMuted(Participant participant) {}

    default void onScreenShareStarted(Participant participant) {}

    default void onScreenShareStopped(Participant participant) {}

    /**
     * An audio call became a video call, because this participant's camera went on; follows {@link #onUserListUpdated}.
     * Told once. Who joins a call that was switched before finds it so and is not told; a session that is
     * {@linkplain SessionSettings#audioOnly audio only} is never switched.
     */
    default void onCallSwitchedToVideo(Participant participant) {}

    /** A camera, microphone or loudspeaker came or went; the lists are to be asked for anew. */
    default void onMediaDeviceListUpdated() {}

    default void onRecordingStarted(Participant participant) {}

    default void onRecordingStopped(Participant participant) {}

    /** Media stopped arriving; the call goes on trying. */
    default void onConnectionLost() {}

    default void onConnectionRestored() {}

    /** Everything of the session is released. */
    default void onConnectionClosed() {}

    default void onDominantSpeakerChanged(Participant participant) {}

    /** How loud a participant is, the local one among them, from 0 to 1; ten times a second at most. */
    default void onAudioLevelChanged(Participant participant, double level) {}

    /** Something went wrong; the call goes on as well as it can, without a camera for instance. */
    default void onError(CallException error) {}
}
