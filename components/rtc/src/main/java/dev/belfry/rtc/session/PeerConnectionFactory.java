package dev.belfry.rtc.session;

/**
 * Opens peer connections. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PeerConnectionFactory {
    /** Returns a new connection, which does nothing before {@link PeerConnection#start} and takes no resource. */
    PeerConnection open(PeerConnectionOptions options, PeerConnectionListener listener);
}
