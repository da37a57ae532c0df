package dev.belfry.rtc.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.srtp.SrtpKeys;
import dev.belfry.rtc.srtp.SrtpOutcome;
import dev.belfry.rtc.srtp.SrtpProfile;
import dev.belfry.rtc.srtp.SrtpReceiver;
import dev.belfry.rtc.srtp.SrtpSender;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DtlsTransportTest {
    private static DtlsIdentity alice;
    private static DtlsIdentity bob;
    private static DtlsIdentity mallory;

    @BeforeAll
    static void makeIdentities() {
        SecureRandom random = new SecureRandom();
        alice = DtlsIdentity.generate(random, Instant.now());
        bob = DtlsIdentity.generate(random, Instant.now());
        mallory = DtlsIdentity.generate(random, Instant.now());
    }

    @Test
    void both_sides_get_keys_that_fit_and_no_thread_is_left() throws Exception {
        try (Link link = Link.perfect();
                Peer client = new Peer(alice);
                Peer server = new Peer(bob)) {
            connect(link, client, server);
            assertTheyUnderstandEachOther(client, server);
            assertThat(link.largest()).isLessThanOrEqualTo(1200);
            client.awaitThreadEnd();
            server.awaitThreadEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_bad_path_does_not_keep_them_apart(long seed) throws Exception {
        try (Link link = Link.bad(seed);
                Peer client = new Peer(alice);
                Peer server = new Peer(bob)) {
            connect(link, client, server);
            assertTheyUnderstandEachOther(client, server);
        }
    }

    @Test
    void the_last_flight_is_sent_again_by_the_side_that_is_ready() throws Exception {
        // the server is done once it has sent its last flight; the link swallows that flight twice
        try (Link link = Link.perfect();
                Peer client = new Peer(alice);
                Peer server = new Peer(bob)) {
            int[] swallowed = {0};
            client.connect(DtlsRole.CLIENT, bob.fingerprint(), (b, o, n) -> link.send(b, o, n, server.transport()));
            server.connect(DtlsRole.SERVER, alice.fingerprint(), (b, o, n) -> {
                boolean lastFlight = b[o] == 20;
                if (lastFlight && swallowed[0] < 2) {
                    swallowed[0]++;
                } else {
                    link.send(b, o, n, client.transport());
                }
            });
            server.start();
            client.start();
            assertTheyUnderstandEachOther(client, server);
            assertThat(swallowed[0]).isEqualTo(2);
        }
    }

    @Test
    void a_server_that_is_not_the_one_described_gets_no_keys() throws Exception {
        try (Link link = Link.perfect();
                Peer client = new Peer(alice);
                Peer server = new Peer(mallory)) {
            client.connect(DtlsRole.CLIENT, bob.fingerprint(), (b, o, n) -> link.send(b, o, n, server.transport()));
            server.connect(DtlsRole.SERVER, alice.fingerprint(), (b, o, n) -> link.send(b, o, n, client.transport()));
            server.start();
            client.start();
            assertThat(client.awaitFailure().reason()).isEqualTo(RtcException.Reason.NOT_SECURE);
            assertThat(client.awaitFailure()).hasMessageContaining("not the one of the description");
            // the alert reaches the other side, which need not wait for its time limit
            assertThat(server.awaitFailure().reason()).isEqualTo(RtcException.Reason.NOT_SECURE);
            assertThat(client.keys).isCompletedExceptionally();
            assertThat(server.keys).isCompletedExceptionally();
            client.awaitThreadEnd();
            server.awaitThreadEnd();
        }
    }

    @Test
    void a_client_that_is_not_the_one_described_gets_no_keys() throws Exception {
        try (Link link = Link.perfect();
                Peer client = new Peer(mallory);
                Peer server = new Peer(bob)) {
            client.connect(DtlsRole.CLIENT, bob.fingerprint(), (b, o, n) -> link.send(b, o, n, server.transport()));
            server.connect(DtlsRole.SERVER, alice.fingerprint(), (b, o, n) -> link.send(b, o, n, client.transport()));
            server.start();
            client.start();
            assertThat(server.awaitFailure()).hasMessageContaining("not the one of the description");
            assertThat(client.awaitFailure().reason()).isEqualTo(RtcException.Reason.NOT_SECURE);
        }
    }

    @Test
    void a_farewell_reaches_the_other_side() throws Exception {
        try (Link link = Link.perfect();
                Peer client = new Peer(alice);
                Peer server = new Peer(bob)) {
            connect(link, client, server);
            client.awaitKeys();
            server.awaitKeys();
            client.leave();
            assertThat(server.farewell.get(Peer.PATIENCE, TimeUnit.SECONDS)).isTrue();
            assertThat(client.farewell).isNotDone();
            assertThat(client.failure).isNotDone();
            assertThat(server.failure).isNotDone();
        }
    }

    @Test
    void closing_ends_a_handshake_that_nobody_answers() throws Exception {
        try (Peer client = new Peer(alice)) {
            client.connect(DtlsRole.CLIENT, bob.fingerprint(), (b, o, n) -> {});
            client.start();
            client.leave();
            client.awaitThreadEnd();
            assertThat(client.failure).isNotDone();
        }
    }

    @Test
    void a_handshake_that_nobody_answers_ends_by_its_time_limit() throws Exception {
        try (Peer client = new Peer(alice)) {
            client.connect(DtlsRole.CLIENT, List.of(bob.fingerprint()), (b, o, n) -> {}, Duration.ofMillis(300));
            client.start();
            assertThat(client.awaitFailure().reason()).isEqualTo(RtcException.Reason.NOT_SECURE);
        }
    }

    @Test
    void two_clients_do_not_agree() throws Exception {
        assertTheyFail(DtlsRole.CLIENT);
    }

    @Test
    void two_servers_do_not_agree() throws Exception {
        assertTheyFail(DtlsRole.SERVER);
    }

    @Test
    void a_flood_of_garbage_does_not_disturb_a_handshake() throws Exception {
        try (Link link = Link.perfect();
                Peer client = new Peer(alice);
                Peer server = new Peer(bob)) {
            client.connect(DtlsRole.CLIENT, bob.fingerprint(), (b, o, n) -> link.send(b, o, n, server.transport()));
            server.connect(DtlsRole.SERVER, alice.fingerprint(), (b, o, n) -> link.send(b, o, n, client.transport()));
            server.start();
            Random random = new Random(7);
            PacketPool pool = new PacketPool();
            Packet garbage = pool.take();
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                if (bytes.length > 2) {
                    bytes[0] = (byte) (20 + random.nextInt(4));
                    bytes[1] = (byte) 0xfe;
                }
                garbage.set(bytes, 0, bytes.length);
                server.transport().receive(garbage);
            }
            client.start();
            assertTheyUnderstandEachOther(client, server);
        }
    }

    private static void assertTheyFail(DtlsRole role) throws Exception {
        try (Link link = Link.perfect();
                Peer one = new Peer(alice);
                Peer other = new Peer(bob)) {
            one.connect(
                    role,
                    List.of(bob.fingerprint()),
                    (b, o, n) -> link.send(b, o, n, other.transport()),
                    Duration.ofSeconds(1));
            other.connect(
                    role,
                    List.of(alice.fingerprint()),
                    (b, o, n) -> link.send(b, o, n, one.transport()),
                    Duration.ofSeconds(1));
            one.start();
            other.start();
            assertThat(one.awaitFailure().reason()).isEqualTo(RtcException.Reason.NOT_SECURE);
            assertThat(other.awaitFailure().reason()).isEqualTo(RtcException.Reason.NOT_SECURE);
        }
    }

    private static void connect(Link link, Peer client, Peer server) {
        client.connect(
                DtlsRole.CLIENT, server.identity.fingerprint(), (b, o, n) -> link.send(b, o, n, server.transport()));
        server.connect(
                DtlsRole.SERVER, client.identity.fingerprint(), (b, o, n) -> link.send(b, o, n, client.transport()));
        server.start();
        client.start();
    }

    /** What one protects the other can read, in both directions. */
    private static void assertTheyUnderstandEachOther(Peer client, Peer server) throws Exception {
        try (SrtpKeys clientKeys = client.awaitKeys();
                SrtpKeys serverKeys = server.awaitKeys()) {
            assertThat(clientKeys.profile()).isEqualTo(SrtpProfile.AEAD_AES_128_GCM);
            assertThat(serverKeys.profile()).isEqualTo(SrtpProfile.AEAD_AES_128_GCM);
            assertUnderstood(new SrtpSender(clientKeys), new SrtpReceiver(serverKeys));
            assertUnderstood(new SrtpSender(serverKeys), new SrtpReceiver(clientKeys));
        }
    }

    private static void assertUnderstood(SrtpSender sender, SrtpReceiver receiver) {
        byte[] rtp = {(byte) 0x80, 96, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 10, 20, 30};
        Packet packet = new PacketPool().take();
        packet.set(rtp, 0, rtp.length);
        assertThat(sender.protectRtp(packet)).isEqualTo(SrtpOutcome.OK);
        assertThat(receiver.unprotectRtp(packet)).isEqualTo(SrtpOutcome.OK);
        assertThat(packet.bytes()[packet.end() - 1]).isEqualTo((byte) 30);
    }
}
