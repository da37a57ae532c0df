package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import java.net.InetSocketAddress;
import org.ice4j.ice.CandidatePair;
import org.ice4j.ice.LocalCandidate;
import org.jspecify.annotations.Nullable;

/**
 * The candidate pair in use, with what is needed to send on it.
 *
 * @param checked ice4j's pair
 * @param from what sends
 * @param to the peer
 */
record IcePath(CandidatePair checked, DatagramPath from, InetSocketAddress to, IceCandidatePair shown) {
    /** Returns the path of a pair; null if its local candidate has no socket of ours. */
    static @Nullable IcePath of(CandidatePair pair) {
        LocalCandidate base = pair.getLocalCandidate();
        if (!(base instanceof SocketCandidate || base instanceof RelayCandidate)) {
            base = base.getBase(); // reflexive
        }
        DatagramPath from = base instanceof SocketCandidate host
                ? host.socket()
                : base instanceof RelayCandidate relay ? relay.path() : null;
        InetSocketAddress remote = pair.getRemoteCandidate().getTransportAddress();
        return from == null
                ? null
                : new IcePath(
                        pair,
                        from,
                        new InetSocketAddress(remote.getAddress(), remote.getPort()),
                        new IceCandidatePair(
                                Candidates.from(pair.getLocalCandidate()), Candidates.from(pair.getRemoteCandidate())));
    }

    /** Returns this path, its remote end shown as the peer has told it. */
    IcePath told(Remotes remotes) {
        IceCandidate remote = shown.remote();
        return remote.type() == IceCandidateType.PEER_REFLEXIVE
                ? new IcePath(checked, from, to, new IceCandidatePair(shown.local(), remotes.told(remote)))
                : this;
    }

    boolean isSame(IcePath other) {
        return from.equals(other.from) && to.equals(other.to);
    }

    boolean send(Packet packet) {
        return from.send(packet, to);
    }
}
