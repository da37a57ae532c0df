package dev.belfry.rtc.ice;

/**
 * Where a transport stands; the states of W3C's RTCIceTransportState, without "completed".
 *
 * @since 0.1
 */
public enum IceTransportState {
    /** Nothing was tried yet: no credentials of the peer. */
    NEW,
    /** Looking for a path. */
    CHECKING,
    /** A path is in use. */
    CONNECTED,
    /** The peer's consent (RFC 7675) is not renewed in time; goes back to connected if it answers again. */
    DISCONNECTED,
    /** No path was found, or the peer stayed away for 30 seconds. A restart may help. */
    FAILED,
    /** Closed by this side. The last state. */
    CLOSED
}
