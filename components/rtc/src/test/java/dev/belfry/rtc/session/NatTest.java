package dev.belfry.rtc.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.rtc.ice.IceOptions;
import dev.belfry.rtc.ice.IceRole;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.stats.TransportStats;
import dev.belfry.testkit.UdpRelay;
import dev.belfry.testkit.UdpRelaySide;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two connections with a NAT between them, which forgets: alice on its left, bob on its right. */
@Timeout(180)
class NatTest {
    private static final int ADDRESS = 4;
    private static final int PORT = 5;

    /** Shorter than usual, so that the test is. */
    private static final IceOptions.Consent CONSENT =
            new IceOptions.Consent(Duration.ofMillis(200), Duration.ofMillis(1000), Duration.ofSeconds(30));

    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(1500);
    private final PeerConnections connections =
            PeerConnections.builder(NatTest::newThread, packets, frames).build();
    private final TestPeer alice = new TestPeer(connections, options(false));
    private final TestPeer bob = new TestPeer(connections, options(true));
    private UdpRelay nat;

    private static PeerConnectionOptions options(boolean polite) {
        return PeerConnectionOptions.of(polite)
                .withIce(IceOptions.of(IceRole.CONTROLLING)
                        .withNetwork(IceNetwork.LOOPBACK)
                        .withConsent(CONSENT));
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "rtc-test");
        thread.setDaemon(true);
        return thread;
    }

    @BeforeEach
    void open() throws Exception {
        nat = new UdpRelay(1);
        alice.signalTo(bob);
        bob.signalTo(alice);
        alice.detour = behind(nat.left(), nat.right());
        bob.detour = behind(nat.right(), nat.left());
    }

    /** Tells the NAT where the speaker is, and the listener that the speaker is at the NAT. */
    private static Function<SignaledCandidate, Stream<SignaledCandidate>> behind(
            UdpRelaySide speakers, UdpRelaySide listeners) {
        return candidate -> {
            if (candidate.isEnd()) {
                return Stream.of(candidate);
            }
            String[] words = candidate.candidate().split(" ");
            if (!words[ADDRESS].equals("127.0.0.1") || !words[2].equalsIgnoreCase("udp")) {
                return Stream.of();
            }
            speakers.peer(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(words[PORT])));
            words[PORT] = Integer.toString(listeners.address().getPort());
            return Stream.of(new SignaledCandidate(
                    String.join(" ", words), candidate.mid(), candidate.mLineIndex(), candidate.ufrag()));
        };
    }

    @AfterEach
    void close() throws Exception {
        alice.connection.close().get(5, TimeUnit.SECONDS);
        bob.connection.close().get(5, TimeUnit.SECONDS);
        connections.close();
        nat.close();
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    @Test
    void a_port_that_only_the_impolite_side_loses_is_replaced() throws Exception {
        assertMediaComesBackAfterChangeAt(nat.left(), alice, bob);
    }

    @Test
    void a_port_that_only_the_polite_side_loses_is_replaced() throws Exception {
        assertMediaComesBackAfterChangeAt(nat.right(), bob, alice);
    }

    /** What the loser sends comes nowhere, while it is still heard of. */
    private void assertMediaComesBackAfterChangeAt(UdpRelaySide side, TestPeer loser, TestPeer other) throws Exception {
        alice.connection.addTrack(MediaKind.VIDEO, "alice");
        LocalTrack track = loser.connection.addTrack(MediaKind.VIDEO, "loser");
        bob.connection.start();
        alice.connection.start();
        assertThat(loser.sendPictures(track, frames, () -> other.pictures.size() >= 3))
                .as("first " + loser.states() + other.states() + loser.failures)
                .isTrue();

        String round = transport(loser).iceLocalUsernameFragment();
        side.changePort();
        assertThat(loser.sendPictures(
                        track, frames, () -> loser.connection.state() == PeerConnectionState.DISCONNECTED))
                .as("lost " + loser.states())
                .isTrue();
        int before = other.pictures.size();
        assertThat(loser.sendPictures(track, frames, () -> other.pictures.size() >= before + 5))
                .as("back " + loser.states() + other.states())
                .isTrue();
        assertThat(loser.await(() -> loser.connection.state() == PeerConnectionState.CONNECTED))
                .isTrue();
        assertThat(other.await(() -> other.connection.state() == PeerConnectionState.CONNECTED))
                .isTrue();
        assertThat(loser.states()).doesNotContain(PeerConnectionState.FAILED);
        assertThat(transport(loser).iceLocalUsernameFragment()).isNotEqualTo(round);
    }

    @Test
    void what_is_not_from_the_peer_is_dropped_and_counted() throws Exception {
        LocalTrack track = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        bob.connection.start();
        alice.connection.start();
        assertThat(alice.sendPictures(track, frames, () -> bob.pictures.size() >= 3))
                .isTrue();
        assertThat(transport(bob).packetsRefused()).isZero();
        assertThat(transport(bob).packetsUnassigned()).isZero();

        byte[] forged = new byte[200];
        forged[0] = (byte) 0x80;
        forged[1] = 96;
        try (DatagramSocket stranger = new DatagramSocket()) {
            stranger.send(new DatagramPacket(forged, forged.length, nat.left().address()));
        }
        int before = bob.pictures.size();
        assertThat(alice.sendPictures(track, frames, () -> bob.pictures.size() >= before + 3))
                .isTrue();
        assertThat(transport(bob).packetsRefused()).isEqualTo(1);
        assertThat(transport(bob).packetsUnassigned()).isZero();
    }

    private static TransportStats transport(TestPeer peer) throws Exception {
        return peer.connection
                .statistics()
                .get(1, TimeUnit.SECONDS)
                .all(TransportStats.class)
                .get(0);
    }
}
