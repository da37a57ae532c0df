package dev.belfry.rtc.session;

/**
 * Opens peer connections. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PeerConnectionFactory {
    /** Returns a new connection, which opens no socket before {@link PeerConnection#start}. Close it in any case. */
    PeerConnection open(PeerConnectionOptions options, PeerConnectionListener listener);
}
