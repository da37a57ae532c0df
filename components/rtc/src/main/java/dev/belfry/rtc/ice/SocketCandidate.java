package dev.belfry.rtc.ice;

import org.ice4j.TransportAddress;
import org.ice4j.ice.Component;
import org.ice4j.ice.HostCandidate;
import org.ice4j.socket.IceSocketWrapper;

/** ice4j's view of a socket of this machine. */
final class SocketCandidate extends HostCandidate {
    private final UdpSocket socket;

    SocketCandidate(UdpSocket socket, Component component) {
        super(socket, component);
        this.socket = socket;
    }

    UdpSocket socket() {
        return socket;
    }

    /** Returns the one socket there is: ice4j would want a multiplexer of its own here. */
    @Override
    public IceSocketWrapper getStunSocket(TransportAddress server) {
        return socket;
    }
}
