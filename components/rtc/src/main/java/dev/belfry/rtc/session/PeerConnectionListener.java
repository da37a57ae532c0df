package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.RtcException;
import java.util.List;

/**
 * Hears of a {@link PeerConnection}. Called on the connection's loop, one at a time, in the order things happened:
 * return within a millisecond. Nothing is told after {@link PeerConnectionState#CLOSED}.
 *
 * @since 0.1
 */
public interface PeerConnectionListener {
    /** Carry this to the peer's {@link PeerConnection#receive(Description)}, in order. */
    void onDescription(Description description);

    /** Carry this to the peer's {@link PeerConnection#receive(SignaledCandidate)}, after the description before it. */
    void onCandidate(SignaledCandidate candidate);

    default void onState(PeerConnectionState state) {}

    /** The peer sends something new. */
    default void onTrack(RemoteTrack track) {}

    /** The peer took a track away, for good. */
    default void onTrackEnded(RemoteTrack track) {}

    /**
     * A frame came. Pictures come whole and in the order to decode them; after something was lost for good, the first
     * one is a key frame. Sound comes as it arrives, each packet once, numbered for a playout buffer: a number lower
     * than one before it is a late packet, one left out is lost or late.
     *
     * <p>Its capture time is on this connection's clock, as far as the sender tells it; it is the same clock for all
     * tracks of one peer, so that sound and pictures can be played in step.
     *
     * @param frame valid during the call; retain it to keep it
     */
    default void onFrame(RemoteTrack track, EncodedFrame frame) {}

    /** The peer cannot decode this track's pictures without a key frame, or a new peer path needs one. */
    default void onKeyFrameRequest(LocalTrack track) {}

    /** What the peer can decode of this track became known or changed; empty when it does not want it for now. */
    default void onCodecs(LocalTrack track, List<Codec> codecs) {}

    /** How much the encoders of pictures may make in all, in bits a second of payload, after sound's share. */
    default void onTargetBitrate(long bitsPerSecond) {}

    /** A description of the peer was refused; the connection goes on with what was agreed before. */
    default void onRefused(RtcException error) {}

    /** The connection cannot go on; {@link PeerConnectionState#FAILED} was told before. Close it. */
    default void onFailed(RtcException error) {}
}
