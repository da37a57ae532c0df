package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A UDP socket of this machine. The thread of ice4j that reads it gets no more than the STUN messages meant for ice4j;
 * everything else goes its way on that same thread, in the packet into which the system wrote it.
 */
final class UdpSocket extends ReadSocket implements DatagramPath {
    private static final int SYSTEM_BUFFER = 1 << 20;

    private final DatagramSocket socket;
    private final InetSocketAddress local;
    private final NoSocket marker = new NoSocket();
    private final Inbound inbound;
    private final boolean peersMayUseIt;
    private final DatagramPacket incoming = new DatagramPacket(new byte[0], 0);
    private final DatagramPacket outgoing = new DatagramPacket(new byte[0], 0);
    private volatile UdpServer[] servers = {};

    /**
     * Binds a socket to a free port.
     *
     * @param peersMayUseIt false to use it for servers alone
     */
    UdpSocket(InetAddress address, Inbound inbound, boolean peersMayUseIt) throws SocketException {
        this.inbound = inbound;
        this.peersMayUseIt = peersMayUseIt;
        socket = new DatagramSocket(new InetSocketAddress(address, 0));
        local = new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
        socket.setReceiveBufferSize(SYSTEM_BUFFER);
        socket.setSendBufferSize(SYSTEM_BUFFER);
    }

    /** Expects datagrams of a server, which are not a peer's. */
    synchronized void addServer(UdpServer server) {
        UdpServer[] more = Arrays.copyOf(servers, servers.length + 1);
        more[servers.length] = server;
        servers = more;
    }

    @Override
    public boolean send(Packet packet, InetSocketAddress to) {
        return send(packet.bytes(), packet.offset(), packet.length(), to);
    }

    boolean send(byte[] bytes, int offset, int length, InetSocketAddress to) {
        synchronized (outgoing) {
            outgoing.setData(bytes, offset, length);
            outgoing.setSocketAddress(to);
            try {
                socket.send(outgoing);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
        socket.send(packet);
    }

    @Override
    public void receive(DatagramPacket stun) throws IOException {
        reader.enter();
        Packet packet = inbound.take();
        try {
            while (true) {
                packet.clear();
                incoming.setData(packet.bytes(), packet.offset(), Packet.MAX_LENGTH + 1);
                socket.receive(incoming);
                if (incoming.getLength() > Packet.MAX_LENGTH) {
                    continue;
                }
                packet.range(packet.offset(), incoming.getLength());
                if (isStun(packet)) {
                    if (isForIce4j(packet)) {
                        copy(packet, stun);
                        return;
                    }
                } else {
                    Packet full = packet;
                    packet = inbound.take();
                    handOver(full);
                }
            }
        } finally {
            packet.release();
        }
    }

    private boolean isStun(Packet packet) {
        return StunBytes.looksLikeStun(packet.bytes(), packet.offset(), packet.length())
                && !(server() != null && UdpServer.isData(packet));
    }

    private boolean isForIce4j(Packet packet) {
        if (server() != null) {
            return inbound.isAwaited(packet);
        }
        return peersMayUseIt && inbound.isForIce4j(packet, incoming.getAddress(), incoming.getPort());
    }

    private void handOver(Packet packet) {
        UdpServer server = server();
        if (server != null) {
            server.received(packet);
        } else {
            inbound.media(packet, incoming.getAddress(), incoming.getPort());
        }
    }

    private void copy(Packet packet, DatagramPacket stun) {
        System.arraycopy(packet.bytes(), packet.offset(), stun.getData(), stun.getOffset(), packet.length());
        stun.setLength(packet.length());
        stun.setAddress(incoming.getAddress());
        stun.setPort(incoming.getPort());
    }

    private @Nullable UdpServer server() {
        for (UdpServer server : servers) {
            if (server.is(incoming.getAddress(), incoming.getPort())) {
                return server;
            }
        }
        return null;
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    public InetAddress getLocalAddress() {
        return local.getAddress();
    }

    @Override
    public int getLocalPort() {
        return local.getPort();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return local;
    }

    @Override
    public @Nullable Socket getTCPSocket() {
        return null;
    }

    @Override
    public DatagramSocket getUDPSocket() {
        return marker;
    }
}
