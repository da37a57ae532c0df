package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import java.net.InetAddress;
import java.util.function.Consumer;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;

/** A server that is reached over a socket that peers may use as well. */
final class UdpServer implements ServerLink {
    private final UdpSocket socket;
    private final TransportAddress server;
    private volatile Consumer<Packet> receiver = Packet::release;

    UdpServer(UdpSocket socket, TransportAddress server) {
        this.socket = socket;
        this.server = server;
    }

    /** Whether a message of a server's is relayed data, not an answer. */
    static boolean isData(Packet packet) {
        return packet.length() >= StunBytes.HEADER
                && StunBytes.type(packet.bytes(), packet.offset()) == StunBytes.DATA_INDICATION;
    }

    boolean is(InetAddress address, int port) {
        return port == server.getPort() && address.equals(server.getAddress());
    }

    void received(Packet packet) {
        receiver.accept(packet);
    }

    @Override
    public TransportAddress local() {
        return new TransportAddress(socket.getLocalAddress(), socket.getLocalPort(), Transport.UDP);
    }

    @Override
    public TransportAddress server() {
        return server;
    }

    @Override
    public boolean send(byte[] bytes, int offset, int length) {
        return socket.send(bytes, offset, length, server);
    }

    @Override
    public void onData(Consumer<Packet> newReceiver) {
        receiver = newReceiver;
    }

    @Override
    public boolean isPadded() {
        return false;
    }
}
