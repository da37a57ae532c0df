package dev.belfry.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
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
    private final UdpRelaySide left;
    private final UdpRelaySide right;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Opens a relay on 127.0.0.1, perfect until told otherwise.
     *
     * @param seed its accidents follow from it
     */
    public UdpRelay(long seed) throws IOException {
        try {
            left = new UdpRelaySide(selector, new PacketPath(seed));
            right = new UdpRelaySide(selector, new PacketPath(seed + 1));
        } catch (IOException e) {
            closeAll();
            throw e;
        }
        thread = new Thread(this::run, "udp-relay");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the side on which one of the two sockets is. */
    public UdpRelaySide left() {
        return left;
    }

    /** Returns the side on which the other is. */
    public UdpRelaySide right() {
        return right;
    }

    /** Returns how many datagrams the system refused to send. */
    public long unsendable() {
        return left.unsendable() + right.unsendable();
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
        UdpRelaySide from = left.owns(key) ? left : right;
        if (!from.owns(key)) {
            return; // its port was changed a moment ago
        }
        UdpRelaySide to = from == left ? right : left;
        buffer.clear();
        while (from.receive(buffer)) {
            buffer.flip();
            Travelling datagram = new Travelling(copy(buffer), from, to);
            int copies = from.outgoing().carry(System.nanoTime(), datagram.bytes.remaining(), arrivals);
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
            if (datagram.from.outgoing().isCut() || !datagram.to.send(datagram.bytes.duplicate())) {
                datagram.from.outgoing().lostOnItsWay();
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

    private record Travelling(ByteBuffer bytes, UdpRelaySide from, UdpRelaySide to) {}
}
