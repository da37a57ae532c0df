package dev.belfry.rtc.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.EncodedFramePool;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.rtc.ice.IceOptions;
import dev.belfry.rtc.ice.IceRole;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.stats.InboundRtpStats;
import dev.belfry.rtc.stats.OutboundRtpStats;
import dev.belfry.rtc.stats.StatsReport;
import dev.belfry.rtc.stats.TransportStats;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class PeerConnectionTest {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(1500);
    private final PeerConnections connections =
            PeerConnections.builder(this::newThread, packets, frames).build();
    private final TestPeer alice = new TestPeer(connections, options(false));
    private final TestPeer bob = new TestPeer(connections, options(true));

    PeerConnectionTest() {
        alice.signalTo(bob);
        bob.signalTo(alice);
    }

    private static PeerConnectionOptions options(boolean polite) {
        return PeerConnectionOptions.of(polite)
                .withIce(IceOptions.of(IceRole.CONTROLLING).withNetwork(IceNetwork.LOOPBACK));
    }

    private Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "rtc-test");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    @AfterEach
    void nothing_is_left() throws Exception {
        alice.connection.close().get(5, TimeUnit.SECONDS);
        bob.connection.close().get(5, TimeUnit.SECONDS);
        connections.close();
        for (Thread thread : threads) {
            thread.join(2000);
            assertThat(thread.isAlive())
                    .as(thread + " " + java.util.Arrays.toString(thread.getStackTrace()))
                    .isFalse();
        }
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    private void start() throws InterruptedException {
        bob.connection.start();
        alice.connection.start();
        assertThat(alice.await(() -> alice.connection.state() == PeerConnectionState.CONNECTED))
                .as("alice " + alice.states() + alice.failures)
                .isTrue();
        assertThat(bob.await(() -> bob.connection.state() == PeerConnectionState.CONNECTED))
                .as("bob " + bob.states() + bob.failures)
                .isTrue();
    }

    @Test
    void media_goes_both_ways() throws Exception {
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        LocalTrack toAlice = bob.connection.addTrack(MediaKind.VIDEO, "bob");
        LocalTrack sound = alice.connection.addTrack(MediaKind.AUDIO, "alice");
        start();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= 10))
                .isTrue();
        assertThat(bob.sendPictures(toAlice, frames, () -> alice.pictures.size() >= 10))
                .isTrue();
        for (int i = 0; i < 10; i++) {
            TestPeer.send(sound, frames, true, i);
        }
        assertThat(bob.await(() -> bob.sounds.size() == 10)).isTrue();
        assertThat(bob.pictures.get(0).remaining()).isEqualTo(6000);
        assertThat(bob.pictures.get(0).get(1))
                .isEqualTo((byte) (bob.pictures.get(0).get(2) - 1));
        assertThat(bob.tracks).hasSize(2);
        assertThat(bob.tracks.get(0).streamId()).isEqualTo("alice");

        StatsReport report = bob.connection.statistics().get(1, TimeUnit.SECONDS);
        TransportStats transport = report.all(TransportStats.class).get(0);
        assertThat(transport.srtpCipher()).isEqualTo("AEAD_AES_128_GCM");
        assertThat(transport.dtlsCipher()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
        assertThat(transport.dtlsState()).isEqualTo("connected");
        assertThat(report.all(InboundRtpStats.class)).hasSize(2);
        assertThat(report.all(OutboundRtpStats.class).get(0).packetsSent()).isPositive();
    }

    @Test
    void a_certificate_other_than_described_lets_no_media_pass() throws Exception {
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        alice.onItsWay = description -> new Description(
                description.type(), description.sdp().replaceAll("(a=fingerprint:sha-256 )..:..", "$1" + "00:00"));
        bob.connection.start();
        alice.connection.start();
        assertThat(bob.await(() -> !bob.failures.isEmpty())).isTrue();
        assertThat(bob.failures.get(0).reason()).isEqualTo(RtcException.Reason.NOT_SECURE);
        assertThat(bob.connection.state()).isEqualTo(PeerConnectionState.FAILED);
        for (int i = 0; i < 10; i++) {
            TestPeer.send(toBob, frames, true, i);
        }
        assertThat(bob.states).doesNotContain(PeerConnectionState.CONNECTED);
        assertThat(bob.pictures).isEmpty();
    }

    @Test
    void nothing_comes_from_a_muted_track() throws Exception {
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        start();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= 3))
                .isTrue();
        toBob.setMuted(true);
        long sent = packetsSent(alice);
        for (int i = 0; i < 10; i++) {
            TestPeer.send(toBob, frames, true, i);
        }
        assertThat(packetsSent(alice)).isEqualTo(sent);
        int before = bob.pictures.size();
        int requests = alice.keyFrameRequests.get();
        toBob.setMuted(false);
        assertThat(alice.await(() -> alice.keyFrameRequests.get() > requests)).isTrue();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= before + 3))
                .isTrue();
    }

    @Test
    void either_side_adds_a_track_later() throws Exception {
        LocalTrack camera = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        start();
        assertThat(alice.sendPictures(camera, frames, () -> bob.pictures.size() >= 3))
                .isTrue();

        LocalTrack screen = alice.connection.addTrack(MediaKind.VIDEO, "screen");
        assertThat(bob.await(() -> bob.tracks.size() == 2)).isTrue();
        String mid = bob.tracks.get(1).mid();
        assertThat(alice.sendPictures(screen, frames, () -> bob.mids.contains(mid)))
                .isTrue();

        LocalTrack back = bob.connection.addTrack(MediaKind.VIDEO, "bob");
        assertThat(alice.await(() -> alice.tracks.size() == 1)).isTrue();
        assertThat(bob.sendPictures(back, frames, () -> alice.pictures.size() >= 3))
                .isTrue();

        screen.remove();
        assertThat(bob.await(() -> bob.endedTracks.size() == 1)).isTrue();
        assertThat(bob.endedTracks.get(0).mid()).isEqualTo(mid);
        int before = bob.pictures.size();
        assertThat(alice.sendPictures(camera, frames, () -> bob.pictures.size() >= before + 3))
                .isTrue();
        assertThat(alice.refusals).isEmpty();
        assertThat(bob.refusals).isEmpty();
    }

    @Test
    void both_sides_add_tracks_at_once() throws Exception {
        alice.connection.addTrack(MediaKind.AUDIO, "alice");
        start();
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        LocalTrack toAlice = bob.connection.addTrack(MediaKind.VIDEO, "bob");
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= 3))
                .isTrue();
        assertThat(bob.sendPictures(toAlice, frames, () -> alice.pictures.size() >= 3))
                .isTrue();
        assertThat(alice.refusals).isEmpty();
        assertThat(bob.refusals).isEmpty();
    }

    @Test
    void media_goes_on_over_an_ice_restart() throws Exception {
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        start();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= 3))
                .isTrue();
        String before = transport(alice).iceLocalUsernameFragment();
        int changes = transport(alice).selectedCandidatePairChanges();
        alice.connection.restartIce();
        assertThat(alice.sendPictures(toBob, frames, () -> changesOf(alice) > changes))
                .isTrue();
        assertThat(transport(alice).iceLocalUsernameFragment()).isNotEqualTo(before);
        int pictures = bob.pictures.size();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= pictures + 5))
                .isTrue();
        assertThat(alice.connection.state()).isEqualTo(PeerConnectionState.CONNECTED);
        assertThat(bob.states).doesNotContain(PeerConnectionState.FAILED);
    }

    @Test
    void media_goes_on_when_the_network_of_both_changes() throws Exception {
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        start();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= 3))
                .isTrue();
        int changes = transport(alice).selectedCandidatePairChanges();
        connections.networkChanged();
        assertThat(alice.sendPictures(toBob, frames, () -> changesOf(alice) > changes))
                .isTrue();
        int pictures = bob.pictures.size();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= pictures + 5))
                .isTrue();
        assertThat(alice.refusals).isEmpty();
        assertThat(bob.refusals).isEmpty();
    }

    @Test
    void the_peer_hears_of_the_end() throws Exception {
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        start();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.pictures.size() >= 3))
                .isTrue();
        bob.connection.close().get(5, TimeUnit.SECONDS);
        assertThat(alice.await(() -> alice.connection.state() == PeerConnectionState.CLOSED))
                .isTrue();
        assertThat(alice.states.get(alice.states.size() - 1)).isEqualTo(PeerConnectionState.CLOSED);
        TestPeer.send(toBob, frames, true, 1);
        assertThat(alice.connection.statistics().get(1, TimeUnit.SECONDS).all(OutboundRtpStats.class))
                .hasSize(1);
    }

    @Test
    void what_the_peer_cannot_have_meant_is_refused() throws Exception {
        alice.connection.addTrack(MediaKind.VIDEO, "alice");
        start();
        alice.connection.receive(new Description(Description.Type.OFFER, "v=0 and so on"));
        alice.connection.receive(new Description(Description.Type.ANSWER, ""));
        alice.connection.receive(new SignaledCandidate("candidate:what", null, 0, null));
        assertThat(alice.await(() -> alice.refusals.size() == 2)).isTrue();
        assertThat(alice.refusals.get(0).reason()).isEqualTo(RtcException.Reason.MALFORMED_DESCRIPTION);
        assertThat(alice.connection.state()).isEqualTo(PeerConnectionState.CONNECTED);
    }

    @Test
    void a_connection_that_never_began_is_closed() throws Exception {
        alice.connection.addTrack(MediaKind.AUDIO, "alice");
        alice.connection.close().get(5, TimeUnit.SECONDS);
        assertThat(alice.connection.state()).isEqualTo(PeerConnectionState.CLOSED);
        assertThat(bob.connection.state()).isEqualTo(PeerConnectionState.NEW);
    }

    private static TransportStats transport(TestPeer peer) throws Exception {
        return peer.connection
                .statistics()
                .get(1, TimeUnit.SECONDS)
                .all(TransportStats.class)
                .get(0);
    }

    private static int changesOf(TestPeer peer) {
        return peer.connection
                .statistics()
                .join()
                .all(TransportStats.class)
                .get(0)
                .selectedCandidatePairChanges();
    }

    private static long packetsSent(TestPeer peer) throws Exception {
        return peer.connection.statistics().get(1, TimeUnit.SECONDS).all(OutboundRtpStats.class).stream()
                .mapToLong(OutboundRtpStats::packetsSent)
                .sum();
    }

    @Test
    void the_first_frame_comes_soon() throws Exception {
        connections.warmUp().get(60, TimeUnit.SECONDS);
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        long begin = System.nanoTime();
        bob.connection.start();
        alice.connection.start();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.firstFrameAt != 0))
                .isTrue();
        long millis = (bob.firstFrameAt - begin) / 1_000_000;
        assertThat(millis).isLessThan(2000);
    }
}
