package dev.belfry.rtc.ice;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.Packet;

/**
 * Hears of an {@link IceTransport}. All but {@link #onPacket} are called on the executor of the transport, one at a
 * time, in the order in which things happened; nothing after {@link IceTransportState#CLOSED}.
 *
 * @since 0.1
 */
public interface IceListener {
    /**
     * A datagram that is not STUN arrived. Called on the socket's thread, while other sockets' threads may call too:
     * must not block.
     *
     * @param packet now the listener's, to release; its arrival time is set
     */
    void onPacket(Packet packet);

    /**
     * A candidate was found, to be sent to the peer.
     *
     * @param ufrag the local ufrag of the round it belongs to
     */
    default void onCandidate(IceCandidate candidate, String ufrag) {}

    /** This round finds no more candidates (RFC 8838 section 13). */
    default void onEndOfCandidates(String ufrag) {}

    default void onState(IceTransportState state) {}

    /** Another path is in use. */
    default void onSelectedPair(IceCandidatePair pair) {}

    /** A server could not be used, or no address could be bound; the rest goes on. */
    default void onError(RtcException error) {}
}
