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

@Timeout(30)
class PeerConnectionTest {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(1500);
    private final PeerConnections connections = new PeerConnections(this::newThread, packets, frames);
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
    void the_first_frame_comes_soon() throws Exception {
        connections.warmUp().get(20, TimeUnit.SECONDS);
        LocalTrack toBob = alice.connection.addTrack(MediaKind.VIDEO, "alice");
        long begin = System.nanoTime();
        bob.connection.start();
        alice.connection.start();
        assertThat(alice.sendPictures(toBob, frames, () -> bob.firstFrameAt != 0))
                .isTrue();
        long millis = (bob.firstFrameAt - begin) / 1_000_000;
        System.out.println("first frame after " + millis + " ms");
        assertThat(millis).isLessThan(2000);
    }
}
