package dev.belfry.rtc.dtls;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.srtp.SrtpKeys;

/**
 * Hears what becomes of a handshake, on the executor given to the transport: at most one {@link #secured}, then at most
 * one of {@link #failed} and {@link #closedByPeer}, which is the last call. Nothing is called after
 * {@link DtlsTransport#close()} has returned on that executor.
 *
 * @since 0.1
 */
public interface DtlsListener {
    /** The peer is the one of the description, and these are the keys: derive what is needed, then close them. */
    default void secured(SrtpKeys keys) {
        keys.close();
    }

    /** The handshake failed, or the connection broke later: NOT_SECURE. No media may pass. */
    default void failed(RtcException error) {}

    /** The peer said that it is leaving ({@code close_notify}). */
    default void closedByPeer() {}
}
