package dev.belfry.rtc.ice;

import org.ice4j.TransportAddress;
import org.ice4j.ice.CandidateExtendedType;
import org.ice4j.ice.CandidateType;
import org.ice4j.ice.Component;
import org.ice4j.ice.LocalCandidate;
import org.ice4j.socket.IceSocketWrapper;

/** ice4j's view of a relayed address; its own class would bring its own sockets and threads. */
final class RelayCandidate extends LocalCandidate {
    private final RelaySocket socket;

    RelayCandidate(TransportAddress relayed, TransportAddress server, Component component, RelaySocket socket) {
        super(relayed, component, CandidateType.RELAYED_CANDIDATE, CandidateExtendedType.TURN_RELAYED_CANDIDATE, null);
        this.socket = socket;
        setBase(this);
        setRelayServerAddress(server);
    }

    DatagramPath path() {
        return socket;
    }

    @Override
    protected IceSocketWrapper getCandidateIceSocketWrapper() {
        return socket;
    }

    @Override
    public IceSocketWrapper getStunSocket(TransportAddress server) {
        return socket;
    }
}
