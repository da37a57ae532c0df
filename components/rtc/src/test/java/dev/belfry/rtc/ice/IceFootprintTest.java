package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.belfry.call.spi.IceServer;
import dev.belfry.rtc.packet.Packet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a transport leaves behind, and what a packet costs. */
class IceFootprintTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    /** ice4j's own pools, shared by all agents; their threads end after a minute without work. */
    private static final String SHARED = "ice4j.";

    @BeforeEach
    void warm_up() throws Exception {
        connectAndClose();
    }

    private static void connectAndClose() throws Exception {
        try (IcePeer caller = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING));
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            IcePeer.connect(caller, callee);
            assertThat(caller.send("something")).isTrue();
            callee.await(() -> !callee.received.isEmpty());
        }
    }

    @Test
    void closing_leaves_no_thread_and_no_socket() throws Exception {
        Set<Thread> threads = threads();
        long sockets = sockets();
        connectAndClose();
        assertThat(threads()).isSubsetOf(threads);
        assertThat(sockets()).isEqualTo(sockets);
    }

    @Test
    void closing_while_gathering_leaves_no_thread_and_no_socket() throws Exception {
        Set<Thread> threads = threads();
        long sockets = sockets();
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            IceServer deaf = new IceServer(
                    List.of("stun:127.0.0.1:" + silent.getLocalPort(), "turn:127.0.0.1:" + silent.getLocalPort()),
                    "user",
                    "credential");
            IcePeer asking = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING).withServers(List.of(deaf)));
            asking.transport.gather();
            asking.await(() -> !asking.candidates.isEmpty());
            asking.leave();
            IcePeer hasty = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING).withServers(List.of(deaf)));
            hasty.transport.gather();
            hasty.leave();
            assertThat(hasty.states).containsExactly(IceTransportState.CLOSED);
        }
        assertThat(threads()).isSubsetOf(threads);
        assertThat(sockets()).isEqualTo(sockets);
    }

    @Test
    void the_hosts_properties_and_log_are_left_alone() throws Exception {
        Set<Object> properties = new HashSet<>(System.getProperties().keySet());
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getLoggerName() + ": " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            connectAndClose();
        } finally {
            root.removeHandler(handler);
        }
        assertThat(System.getProperties().keySet()).isEqualTo(properties);
        assertThat(logged).isEmpty();
    }

    @Test
    void a_packet_costs_little_garbage() throws Exception {
        ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (IcePeer caller = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING));
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            IcePeer.connect(caller, callee);
            AtomicLong received = new AtomicLong();
            AtomicLong receiver = new AtomicLong();
            callee.media(packet -> {
                packet.release();
                receiver.set(Thread.currentThread().getId());
                received.incrementAndGet();
            });
            send(caller, 5000);
            callee.await(() -> received.get() > 0);

            long sender = Thread.currentThread().getId();
            long sentBefore = beans.getThreadAllocatedBytes(sender);
            long readBefore = beans.getThreadAllocatedBytes(receiver.get());
            long countBefore = received.get();
            send(caller, 10_000);
            double toSend = (beans.getThreadAllocatedBytes(sender) - sentBefore) / 10_000.0;
            callee.await(() -> received.get() > countBefore + 5000);
            double toReceive = (double) (beans.getThreadAllocatedBytes(receiver.get()) - readBefore)
                    / (received.get() - countBefore);

            assertThat(toSend).as("bytes a packet sent").isLessThan(100);
            assertThat(toReceive).as("bytes a packet received").isLessThan(100);
        }
    }

    private static void send(IcePeer from, int count) {
        Packet packet = from.take();
        packet.set(new byte[1200], 0, 1200);
        packet.bytes()[packet.offset()] = (byte) 0x80;
        for (int i = 0; i < count; i++) {
            if (!from.transport.send(packet)) {
                throw new AssertionError("not sent: " + i);
            }
        }
        packet.release();
    }

    private static Set<Thread> threads() {
        Set<Thread> live = new HashSet<>(Thread.getAllStackTraces().keySet());
        live.removeIf(thread -> thread.getName().startsWith(SHARED));
        return live;
    }

    private static long sockets() throws IOException {
        assumeTrue(Files.isDirectory(OPEN_FILES), "skipped: this system does not list open files");
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.filter(IceFootprintTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (NoSuchFileException e) {
            return false; // the listing itself
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
