package dev.belfry.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The socket of a {@link UdpRelay} towards one of the two. Thread-safe. */
public final class UdpRelaySide {
    private final Selector selector;
    private final PacketPath path;
    private final AtomicLong unsendable = new AtomicLong();
    private DatagramChannel channel;
    private SelectionKey key;
    private InetSocketAddress address;
    private @Nullable InetSocketAddress peer;
    private boolean peerIsFixed;

    UdpRelaySide(Selector selector, PacketPath path) throws IOException {
        this.selector = selector;
        this.path = path;
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        key = register(channel);
        address = (InetSocketAddress) channel.getLocalAddress();
    }

    /** Returns where the socket of this side sends to, as if the other were there. */
    public synchronized InetSocketAddress address() {
        return address;
    }

    /** Returns the path of what the socket of this side sends. */
    public PacketPath outgoing() {
        return path;
    }

    /**
     * Says where the socket of this side is; unless said, it is where the last datagram came from, and before one came,
     * nothing can be sent to it.
     */
    public synchronized void peer(InetSocketAddress newPeer) {
        peer = newPeer;
        peerIsFixed = true;
    }

    /**
     * Changes the relay's port on this side, as a NAT does that forgot: the socket here gets datagrams from the new port,
     * and what it sends to the old one is lost.
     */
    public void changePort() throws IOException {
        synchronized (this) {
            channel.close();
            channel = DatagramChannel.open(StandardProtocolFamily.INET);
            key = register(channel);
            address = (InetSocketAddress) channel.getLocalAddress();
        }
        selector.wakeup();
    }

    private SelectionKey register(DatagramChannel opened) throws IOException {
        try {
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            opened.configureBlocking(false);
            return opened.register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /** Returns how many datagrams the system refused to send. */
    long unsendable() {
        return unsendable.get();
    }

    synchronized boolean owns(SelectionKey selected) {
        return selected.equals(key);
    }

    synchronized boolean receive(ByteBuffer into) throws IOException {
        InetSocketAddress source = (InetSocketAddress) channel.receive(into);
        if (source == null) {
            return false;
        }
        if (!peerIsFixed) {
            peer = source;
        }
        return true;
    }

    synchronized boolean send(ByteBuffer datagram) {
        if (peer == null) {
            return false;
        }
        try {
            return channel.send(datagram, peer) > 0 || !datagram.hasRemaining();
        } catch (IOException e) {
            unsendable.incrementAndGet();
            return false;
        }
    }
}
