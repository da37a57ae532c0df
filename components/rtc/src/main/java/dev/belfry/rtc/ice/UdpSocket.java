package dev.belfry.rtc.ice;

import dev.belfry.rtc.packet.Packet;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A UDP socket of this machine. The thread of ice4j that reads it gets no more than the STUN messages meant for ice4j;
 * everything else goes its way on that same thread. The channel does not block, so that sending never waits, and so that
 * ice4j, which interrupts its threads, closes nothing by that; a datagram costs no garbage either way.
 */
final class UdpSocket extends DatagramReadSocket {
    private static final Logger LOG = System.getLogger(UdpSocket.class.getName());
    private static final int SYSTEM_BUFFER = 1 << 20;

    private final DatagramChannel channel;
    private final Selector selector;
    private final InetSocketAddress local;
    private final Inbound inbound;
    private final boolean peersMayUseIt;
    private final Object sending = new Object();
    private ByteBuffer outgoing = ByteBuffer.allocateDirect(Packet.MAX_LENGTH + TurnChannel.HEADER);
    private volatile ByteBuffer incoming = ByteBuffer.allocateDirect(Packet.MAX_LENGTH + 1);
    private volatile UdpServer[] servers = {};

    /**
     * Binds a socket to a free port.
     *
     * @param peersMayUseIt false to use it for servers alone
     */
    UdpSocket(InetAddress address, Inbound inbound, boolean peersMayUseIt) throws IOException {
        this.inbound = inbound;
        this.peersMayUseIt = peersMayUseIt;
        channel = DatagramChannel.open(
                address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SYSTEM_BUFFER);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SYSTEM_BUFFER);
            channel.bind(new InetSocketAddress(address, 0));
            channel.configureBlocking(false);
            local = (InetSocketAddress) channel.getLocalAddress();
            selector = Selector.open();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.register(selector, SelectionKey.OP_READ);
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
        try {
            return write(bytes, offset, length, to);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
        write(packet.getData(), packet.getOffset(), packet.getLength(), packet.getSocketAddress());
    }

    /** Sends from the socket's own buffer: of an array, the JDK keeps a native copy for each thread that sends one. */
    private boolean write(byte[] bytes, int offset, int length, SocketAddress to) throws IOException {
        synchronized (sending) {
            if (length > outgoing.capacity()) {
                return false;
            }
            outgoing.clear().put(bytes, offset, length).flip();
            return channel.send(outgoing, to) > 0;
        }
    }

    @Override
    public void receive(DatagramPacket stun) throws IOException {
        reader.enter();
        Packet packet = inbound.take();
        try {
            while (true) {
                InetSocketAddress from = read(packet);
                UdpServer server = serverAt(from);
                if (isStun(packet, server)) {
                    if (isForIce4j(packet, from, server)) {
                        copy(packet, from, stun);
                        return;
                    }
                } else {
                    Packet full = packet;
                    packet = inbound.take();
                    handOver(full, from, server);
                }
            }
        } finally {
            packet.release();
        }
    }

    /** Waits for a datagram that is not too long, and puts it into the packet. */
    private InetSocketAddress read(Packet packet) throws IOException {
        ByteBuffer buffer = incoming;
        while (true) {
            buffer.clear();
            InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
            if (from == null) {
                await();
            } else if (buffer.position() <= Packet.MAX_LENGTH) {
                buffer.flip();
                packet.clear();
                packet.range(packet.offset(), buffer.remaining());
                buffer.get(packet.bytes(), packet.offset(), packet.length());
                return from;
            }
        }
    }

    private void await() throws IOException {
        try {
            selector.select(UdpSocket::ignore);
        } catch (ClosedSelectorException e) {
            throw new ClosedChannelException();
        }
    }

    private static void ignore(SelectionKey readable) {}

    private static boolean isStun(Packet packet, @Nullable UdpServer server) {
        return StunBytes.looksLikeStun(packet.bytes(), packet.offset(), packet.length())
                && (server == null || !UdpServer.isData(packet));
    }

    private boolean isForIce4j(Packet packet, InetSocketAddress from, @Nullable UdpServer server) {
        return server != null
                ? inbound.isAwaited(packet)
                : peersMayUseIt && inbound.isForIce4j(packet, from.getAddress(), from.getPort());
    }

    private void handOver(Packet packet, InetSocketAddress from, @Nullable UdpServer server) {
        if (server != null) {
            server.received(packet);
        } else {
            inbound.media(packet, from.getAddress(), from.getPort());
        }
    }

    private @Nullable UdpServer serverAt(InetSocketAddress from) {
        for (UdpServer server : servers) {
            if (server.is(from.getAddress(), from.getPort())) {
                return server;
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A socket did not close", e);
        }
        letGoOfBuffers();
    }

    /** Their memory is freed as soon as nobody refers to them; ice4j may refer to the socket for longer. */
    private void letGoOfBuffers() {
        ByteBuffer none = ByteBuffer.allocate(0);
        incoming = none;
        synchronized (sending) {
            outgoing = none;
        }
    }

    @Override
    InetSocketAddress local() {
        return local;
    }
}
