package dev.belfry.call.spi;

import dev.belfry.call.CallToken;
import dev.belfry.call.Participant;
import dev.belfry.frame.VideoTrack;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The media of one call on one device. Thread-safe; nothing blocks. After {@link #close} every method does nothing.
 *
 * @since 0.1
 */
public interface MediaSession {
    /** Returns the local pictures: camera or shared screen, as they are sent. The same track for the whole session. */
    VideoTrack localVideo();

    /** Returns the pictures of a participant; the same track each time, silent before the first picture. */
    VideoTrack remoteVideo(String participantId);

    /**
     * Starts to send and receive. Called once, after the session was joined.
     *
     * @param servers the STUN and TURN servers that the hub offers for this call; may be empty
     */
    void connect(CallToken token, Participant local, List<IceServer> servers);

    /**
     * Sends to and receives from a participant.
     *
     * @param role who of the two makes the first offer, where the engine negotiates
     */
    void addParticipant(Participant participant, PeerRole role);

    /** Stops with a participant who left. */
    void removeParticipant(String participantId);

    /**
     * Takes what the media of a participant who was added says, in the order it was sent. What nobody can make sense of
     * is for the engine to refuse.
     */
    void receive(String participantId, PeerMessage message);

    /** Turns the microphone off or on; off means silence is sent, and the device stays open. */
    void setAudioMuted(boolean muted);

    /** Turns the camera off or on; off means it is closed, its light out. */
    void setVideoMuted(boolean muted);

    /** Changes to another camera, microphone or loudspeaker. */
    void use(MediaDevice device);

    /** Sends a screen instead of the camera. */
    void startScreenShare(MediaDevice screen);

    /** Goes back to the camera. */
    void stopScreenShare();

    /** Returns the figures so far. */
    MediaStats stats();

    /** Releases everything. Completes when no thread, device or native memory of the session is left; never fails. */
    CompletableFuture<@Nullable Void> close();
}
