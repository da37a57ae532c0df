package dev.belfry.rtc.session;

/**
 * Where a connection stands; the states of W3C's RTCPeerConnectionState.
 *
 * @since 0.1
 */
public enum PeerConnectionState {
    /** Not yet looking for a path. */
    NEW,
    /** Looking for a path, or agreeing on keys. */
    CONNECTING,
    /** Media can flow. */
    CONNECTED,
    /**
     * The peer does not answer for now. It may come back; if it does not, the connection looks for a new path by itself,
     * see {@link PeerConnection#restartIce}.
     */
    DISCONNECTED,
    /**
     * No path is left, or the peer is not who it should be. From lost paths a {@link PeerConnection#restartIce} may
     * lead back; what {@link PeerConnectionListener#onFailed} told is final.
     */
    FAILED,
    /** Closed, by this side or by the peer. The last state. */
    CLOSED
}
