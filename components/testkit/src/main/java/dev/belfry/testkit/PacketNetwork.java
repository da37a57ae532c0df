package dev.belfry.testkit;

import dev.belfry.call.spi.Scheduler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A network of datagrams on the test's clock. Each endpoint has a path out and a path in of its own, which lose, delay,
 * reorder, double and hold up what they carry by a seed; until told otherwise they are perfect. What is sent comes by
 * the scheduler, never within the call that sends it. Not thread-safe.
 */
public final class PacketNetwork {
    private static final int FIRST_NAT_PORT = 40_000;

    private final Map<InetSocketAddress, Endpoint> endpoints = new HashMap<>();
    private final Scheduler time;
    private long nextSeed;
    private int nextNatPort = FIRST_NAT_PORT;

    /** Creates a network whose accidents follow from a seed. */
    public PacketNetwork(Scheduler time, long seed) {
        this.time = time;
        nextSeed = seed;
    }

    /** Gets the datagrams that come to an endpoint. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * A datagram came; it is the receiver's to keep.
         *
         * @param from who sent it, as seen from here: behind a NAT, the NAT's address
         */
        void receive(byte[] datagram, InetSocketAddress from);
    }

    /**
     * Opens an endpoint at an address, as {@code open("10.0.0.1", 5000)}.
     *
     * @throws IllegalArgumentException if the address is taken
     */
    public Endpoint open(String address, int port) {
        InetSocketAddress local = new InetSocketAddress(address, port);
        Endpoint endpoint = new Endpoint(local);
        if (endpoints.putIfAbsent(local, endpoint) != null) {
            throw new IllegalArgumentException(local + " is taken");
        }
        return endpoint;
    }

    /** One that sends and receives. */
    public final class Endpoint implements AutoCloseable {
        private final InetSocketAddress local;
        private final PacketPath outgoing = new PacketPath(nextSeed++);
        private final PacketPath incoming = new PacketPath(nextSeed++);
        private final long[] arrivals = new long[PacketPath.MAX_COPIES];
        private final Set<InetSocketAddress> spokenTo = new HashSet<>();
        private @Nullable Receiver receiver;
        private InetSocketAddress visible;
        private boolean behindNat;

        private Endpoint(InetSocketAddress local) {
            this.local = local;
            visible = local;
        }

        /** Returns the address it was opened at. */
        public InetSocketAddress address() {
            return local;
        }

        /** Returns the address others see and reach it by: its NAT's, if it is behind one. */
        public InetSocketAddress visibleAddress() {
            return visible;
        }

        /** Sets who gets what comes; without one it is lost. */
        public void receiver(Receiver next) {
            receiver = next;
        }

        /** Returns the path of all it sends. */
        public PacketPath outgoing() {
            return outgoing;
        }

        /** Returns the path of all it receives; datagrams come here after the path of who sent them. */
        public PacketPath incoming() {
            return incoming;
        }

        /** Lets its paths die, both ways. */
        public void cut() {
            outgoing.cut();
            incoming.cut();
        }

        /** Lets its paths live again. */
        public void heal() {
            outgoing.heal();
            incoming.heal();
        }

        /**
         * Puts it behind a NAT, or lets the NAT it is behind give it another port. It is then reached at the new port
         * alone, and only by those it has sent to since.
         */
        public void changeNatPort(String natAddress) {
            endpoints.remove(visible);
            InetAddress nat = new InetSocketAddress(natAddress, 0).getAddress();
            visible = new InetSocketAddress(nat, nextNatPort++);
            endpoints.put(visible, this);
            behindNat = true;
            spokenTo.clear();
        }

        /** Sends a copy of these bytes. */
        public void send(byte[] bytes, int offset, int length, InetSocketAddress to) {
            byte[] datagram = new byte[length];
            System.arraycopy(bytes, offset, datagram, 0, length);
            spokenTo.add(to);
            InetSocketAddress from = visible;
            travel(outgoing, datagram, () -> {
                Endpoint receiving = endpoints.get(to);
                if (receiving != null && receiving.lets(from)) {
                    receiving.travel(receiving.incoming, datagram, () -> receiving.arrive(to, datagram, from));
                }
            });
        }

        /** Takes it off the network. */
        @Override
        public void close() {
            endpoints.remove(visible, this);
        }

        private boolean lets(InetSocketAddress from) {
            return !behindNat || spokenTo.contains(from);
        }

        private void travel(PacketPath path, byte[] datagram, Runnable arrival) {
            long now = time.nanoTime();
            int copies = path.carry(now, datagram.length, arrivals);
            for (int i = 0; i < copies; i++) {
                time.schedule(Duration.ofNanos(arrivals[i] - now), () -> {
                    if (path.isCut()) {
                        path.lostOnItsWay();
                    } else {
                        arrival.run();
                    }
                });
            }
        }

        private void arrive(InetSocketAddress to, byte[] datagram, InetSocketAddress from) {
            Receiver current = receiver;
            if (current != null && equals(endpoints.get(to))) {
                current.receive(datagram.clone(), from);
            }
        }
    }
}
