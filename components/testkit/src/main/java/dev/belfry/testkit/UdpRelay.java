package dev.belfry.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A bad network between two real UDP sockets of this machine: tell each that the other is at the relay's address on its
 * side, and what it sends there comes to the other from the relay's address on the other's side. A thread of its own
 * carries datagrams until it is closed. Thread-safe.
 */
public final class UdpRelay implements AutoCloseable {
    private static final int MAX_DATAGRAM = 65_535;
    private static final long STOP_MILLIS = 5000;

    private final Selector selector = Selector.open();
    private final TimedQueue<Travelling> travelling = new TimedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM);
    private final long[] arrivals = new long[PacketPath.MAX_COPIES];
    private final AtomicLong unsendable = new AtomicLong();
    private final Side left;
    private final Side right;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Opens a relay on 127.0.0.1, perfect until told otherwise.
     *
     * @param seed its accidents follow from it
     */
    public UdpRelay(long seed) throws IOException {
        try {
            left = new Side(new PacketPath(seed));
            right = new Side(new PacketPath(seed + 1));
        } catch (IOException e) {
            closeAll();
            throw e;
        }
        thread = new Thread(this::run, "udp-relay");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the side on which one of the two sockets is. */
    public Side left() {
        return left;
    }

    /** Returns the side on which the other is. */
    public Side right() {
        return right;
    }

    /** Returns how many datagrams the system refused to send. */
    public long unsendable() {
        return unsendable.get();
    }

    /** Lets both directions die. */
    public void cut() {
        left.outgoing().cut();
        right.outgoing().cut();
    }

    /** Lets them live again. */
    public void heal() {
        left.outgoing().heal();
        right.outgoing().heal();
    }

    /** Ends the relay; what is on its way is lost. */
    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeAll();
    }

    private void run() {
        try {
            while (!closed) {
                await(travelling.peek());
                if (closed) {
                    return;
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    receive(key);
                }
                selector.selectedKeys().clear();
                deliver();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a datagram to come, or for the next one to be due. */
    private void await(TimedQueue.@Nullable Entry<Travelling> next) throws IOException {
        long wait = next == null ? 0 : next.at() - System.nanoTime();
        if (next == null) {
            selector.select();
        } else if (wait > 0) {
            selector.select(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
        } else {
            selector.selectNow();
        }
    }

    private void receive(SelectionKey key) throws IOException {
        Side from = left.owns(key) ? left : right;
        if (!from.owns(key)) {
            return; // its port was changed a moment ago
        }
        Side to = from == left ? right : left;
        buffer.clear();
        while (from.receive(buffer)) {
            buffer.flip();
            Travelling datagram = new Travelling(copy(buffer), from, to);
            int copies = from.path.carry(System.nanoTime(), datagram.bytes.remaining(), arrivals);
            for (int i = 0; i < copies; i++) {
                travelling.add(arrivals[i], datagram);
            }
            buffer.clear();
        }
    }

    private void deliver() {
        long now = System.nanoTime();
        for (TimedQueue.Entry<Travelling> next = travelling.poll(now); next != null; next = travelling.poll(now)) {
            Travelling datagram = next.what();
            if (datagram.from.path.isCut() || !datagram.to.send(datagram.bytes.duplicate())) {
                datagram.from.path.lostOnItsWay();
            }
        }
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    private void closeAll() throws IOException {
        if (!selector.isOpen()) {
            return;
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private record Travelling(ByteBuffer bytes, Side from, Side to) {}

    /** The relay's socket towards one of the two. */
    public final class Side {
        private final PacketPath path;
        private DatagramChannel channel;
        private SelectionKey key;
        private InetSocketAddress address;
        private @Nullable InetSocketAddress peer;
        private boolean peerIsFixed;

        private Side(PacketPath path) throws IOException {
            this.path = path;
            channel = DatagramChannel.open(StandardProtocolFamily.INET);
            key = register();
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
         * Says where the socket of this side is; unless said, it is where the last datagram came from, and before one
         * came, nothing can be sent to it.
         */
        public synchronized void peer(InetSocketAddress newPeer) {
            peer = newPeer;
            peerIsFixed = true;
        }

        /**
         * Changes the relay's port on this side, as a NAT does that forgot: the socket here gets datagrams from the new
         * port, and what it sends to the old one is lost.
         */
        public void changePort() throws IOException {
            synchronized (this) {
                channel.close();
                channel = DatagramChannel.open(StandardProtocolFamily.INET);
                key = register();
                address = (InetSocketAddress) channel.getLocalAddress();
            }
            selector.wakeup();
        }

        private SelectionKey register() throws IOException {
            try {
                channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                channel.configureBlocking(false);
                return channel.register(selector, SelectionKey.OP_READ);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }

        private synchronized boolean owns(SelectionKey selected) {
            return selected.equals(key);
        }

        private synchronized boolean receive(ByteBuffer into) throws IOException {
            InetSocketAddress source = (InetSocketAddress) channel.receive(into);
            if (source == null) {
                return false;
            }
            if (!peerIsFixed) {
                peer = source;
            }
            return true;
        }

        private synchronized boolean send(ByteBuffer datagram) {
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
}
