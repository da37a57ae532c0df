package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The memory of a socket outside of the heap. */
class UdpSocketTest {
    private static final int THREADS = 4;
    private static final int BUFFERS = 2 * Packet.MAX_LENGTH;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void end() {
        pool.shutdown();
    }

    @Test
    void threads_that_send_for_ice4j_keep_no_native_memory() throws Exception {
        UdpSocket socket = open();
        long before = directBytes();
        CyclicBarrier together = new CyclicBarrier(THREADS);
        CountDownLatch sent = new CountDownLatch(THREADS);
        Future<?>[] tasks = new Future<?>[THREADS];
        for (int i = 0; i < THREADS; i++) {
            tasks[i] = pool.submit(() -> {
                together.await();
                send(socket);
                sent.countDown();
                return null;
            });
        }
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
        for (Future<?> task : tasks) {
            task.get(10, TimeUnit.SECONDS);
        }
        assertThat(directBytes()).isLessThanOrEqualTo(before);
        socket.close();
    }

    @Test
    void a_closed_socket_holds_no_native_memory_however_long_it_is_referred_to() throws Exception {
        UdpSocket socket = open();
        long open = directBytes();
        socket.close();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return directBytes() <= open - BUFFERS;
        });
        send(socket);
    }

    private static UdpSocket open() throws IOException {
        PacketPool packets = new PacketPool();
        StunGuard guard = new StunGuard(new IceCredentials("evtj", "VOkJxbRl1RmTxUk/WvJxBt"));
        Inbound inbound = new Inbound(packets, System::nanoTime, guard, Packet::release);
        return new UdpSocket(InetAddress.getLoopbackAddress(), inbound, true);
    }

    private static void send(UdpSocket socket) {
        byte[] message = new byte[100];
        try {
            socket.send(new DatagramPacket(
                    message, message.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long directBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(buffers -> buffers.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }
}
