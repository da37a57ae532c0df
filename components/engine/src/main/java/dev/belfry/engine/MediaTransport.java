package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.PathStats;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import org.jspecify.annotations.Nullable;

/**
 * Carries encoded sound and pictures between one participant and the others of its session. Thread-safe.
 *
 * @since 0.1
 */
public interface MediaTransport extends AutoCloseable {
    /**
     * Sends to this participant, and receives from it, from now on. Adding it twice changes nothing.
     *
     * @param role who of the two makes the first offer, where the transport negotiates
     */
    void addPeer(String participantId, PeerRole role);

    /** Stops sending to this participant and receiving from it; does nothing for an unknown one. */
    void removePeer(String participantId);

    /**
     * Sends a frame to every peer. Never blocks: what finds no room is lost.
     *
     * @param frame valid during the call; a transport that keeps it longer retains it
     */
    void send(EncodedFrame frame);

    /** Takes what a peer's transport says by way of the hub; nothing from who is no peer. */
    void receive(String participantId, PeerMessage message);

    /** Says whether pictures will follow: while the camera is off there are none to be waited for. */
    void setVideoMuted(boolean muted);

    /** Returns how to encode pictures now, so that every peer can decode them; null while nobody takes any. */
    @Nullable
    Codec videoCodec();

    /** Returns how many bits a second of pictures get through to every peer now. */
    int videoBitrate();

    /** Returns the share of packets of sound that the peer who loses most of them does not get, from 0 to 1. */
    double audioLoss();

    /** Returns what is known of the way to the peers, those that were removed among them; also once closed. */
    PathStats path();

    /** Asks a peer for a key frame, since its pictures cannot be decoded without one. May be lost. */
    void requestKeyFrame(String participantId);

    /**
     * Lets go of everything; nothing is told to the listener once this returns. Waits for a listener that is being
     * called: not to be called from the listener itself.
     */
    @Override
    void close();

    /**
     * Hears of a transport. Called one at a time for each participant, on threads of the transport: return within a
     * millisecond.
     */
    interface Listener {
        /**
         * A frame came.
         *
         * @param participantId whose it is
         * @param frame valid during the call; retain it to keep it
         */
        void onFrame(String participantId, EncodedFrame frame);

        /** This participant cannot decode our pictures without a key frame. */
        void onKeyFrameRequest(String participantId);

        /** Carry a message to a peer's transport by way of the hub, in the order of these calls. */
        default void onPeerMessage(String participantId, PeerMessage message) {}

        /** Nothing gets through for now; the transport tries on. */
        default void onLost() {}

        /** It gets through again. */
        default void onRestored() {}

        /** One participant cannot be reached or is not who it should be; the others are not concerned. */
        default void onError(CallException error) {}

        /** The transport is broken for good. The last call. */
        default void onFailed(CallException error) {}
    }
}
