package dev.belfry.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class UdpRelayTest {
    private DatagramSocket alice;
    private DatagramSocket bob;
    private UdpRelay relay;

    @BeforeEach
    void open() throws IOException {
        alice = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        bob = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        relay = new UdpRelay(1);
        relay.right().peer((InetSocketAddress) bob.getLocalSocketAddress());
        alice.setSoTimeout(5000);
        bob.setSoTimeout(5000);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        alice.close();
        bob.close();
    }

    @Test
    void each_sees_the_other_at_the_relays_address() throws IOException {
        send(alice, "hello", relay.left().address());
        assertThat(receive(bob)).isEqualTo("hello from " + relay.right().address());
        send(bob, "hi", relay.right().address());
        assertThat(receive(alice)).isEqualTo("hi from " + relay.left().address());
    }

    @Test
    void a_delay_is_kept() throws IOException {
        relay.left().outgoing().conditions(PathConditions.FAIR.withDelay(Duration.ofMillis(60), Duration.ZERO));
        long before = System.nanoTime();
        send(alice, "late", relay.left().address());
        receive(bob);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(60), Duration.ofSeconds(3));
    }

    @Test
    void what_is_cut_off_does_not_come() throws IOException {
        relay.cut();
        send(alice, "lost", relay.left().address());
        bob.setSoTimeout(100);
        assertThatThrownBy(() -> receive(bob)).isInstanceOf(SocketTimeoutException.class);
        relay.heal();
        send(alice, "there", relay.left().address());
        bob.setSoTimeout(5000);
        assertThat(receive(bob)).startsWith("there");
        assertThat(relay.left().outgoing().lost()).isOne();
    }

    @Test
    void the_port_changes_as_a_nats_does() throws IOException {
        send(alice, "first", relay.left().address());
        receive(bob);
        InetSocketAddress old = relay.right().address();

        relay.right().changePort();
        send(bob, "to the old port", old);
        send(alice, "second", relay.left().address());

        assertThat(relay.right().address()).isNotEqualTo(old);
        assertThat(receive(bob)).isEqualTo("second from " + relay.right().address());
        send(bob, "to the new port", relay.right().address());
        assertThat(receive(alice)).startsWith("to the new port");
    }

    @Test
    void a_side_whose_socket_is_not_known_yet_gets_nothing() throws IOException {
        send(bob, "too early", relay.right().address());
        await().until(() -> relay.right().outgoing().lost() == 1);
        send(alice, "hello", relay.left().address());
        receive(bob);
        send(bob, "hi", relay.right().address());
        assertThat(receive(alice)).startsWith("hi");
        assertThat(relay.unsendable()).isZero();
    }

    @Test
    void nothing_is_left_of_a_closed_relay() throws IOException {
        InetSocketAddress left = relay.left().address();
        relay.close();
        try (DatagramSocket again = new DatagramSocket(left)) {
            assertThat(again.getLocalPort()).isEqualTo(left.getPort());
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("udp-relay"));
    }

    private static void send(DatagramSocket from, String words, InetSocketAddress to) throws IOException {
        byte[] bytes = words.getBytes(UTF_8);
        from.send(new DatagramPacket(bytes, bytes.length, to));
    }

    private static String receive(DatagramSocket at) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        at.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), UTF_8) + " from " + packet.getSocketAddress();
    }
}
