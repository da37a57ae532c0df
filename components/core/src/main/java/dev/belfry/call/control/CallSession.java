package dev.belfry.call.control;

import dev.belfry.call.Participant;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaStats;
import dev.belfry.frame.VideoTrack;
import java.util.List;

/**
 * The session of one call: its participants and its media. Thread-safe; nothing blocks. Made by the controller.
 *
 * @since 0.1
 */
public interface CallSession {
    String sessionId();

    SessionSettings settings();

    /** Returns who is in the session, the local participant first; empty before it is joined. */
    List<Participant> participants();

    /** Returns the local pictures, from dialing a video call on; silent without media. */
    VideoTrack localVideo();

    /** Returns the pictures of a participant. */
    VideoTrack remoteVideo(String participantId);

    void setAudioMuted(boolean muted);

    void setVideoMuted(boolean muted);

    /** Changes to another camera, microphone or loudspeaker, now and in this session only. */
    void use(MediaDevice device);

    void startScreenShare(MediaDevice screen);

    void stopScreenShare();

    MediaStats stats();
}
