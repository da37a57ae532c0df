package dev.belfry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallToken;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalTransportsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EncodedFramePool pool = new EncodedFramePool(16);
    private final List<Peer> open = new ArrayList<>();
    private LocalTransports network = new LocalTransports();

    @AfterEach
    void nothingIsLeft() {
        open.forEach(peer -> peer.transport.close());
        assertThat(network.open()).isZero();
        assertThat(network.framesOutstanding()).isZero();
        assertThat(pool.outstanding()).isZero();
    }

    @Test
    void aFrameReachesEveryPeerOfTheSession() {
        Peer alice = new Peer("alice", "bob", "carol");
        Peer bob = new Peer("bob", "alice");
        Peer carol = new Peer("carol", "alice");
        alice.send(7);
        await().atMost(PATIENCE).until(() -> bob.heard.contains("alice 7 [1, 2, 3]"));
        await().atMost(PATIENCE).until(() -> carol.heard.contains("alice 7 [1, 2, 3]"));
        assertThat(alice.heard).isEmpty();
    }

    @Test
    void whoIsNoPeerHearsNothing() {
        Peer alice = new Peer("alice", "bob");
        Peer bob = new Peer("bob");
        Peer carol = new Peer("carol", "alice");
        alice.send(1);
        carol.send(2);
        bob.transport.addPeer("alice", PeerRole.POLITE);
        alice.send(3);
        await().atMost(PATIENCE).until(() -> bob.heard.contains("alice 3 [1, 2, 3]"));
        assertThat(bob.heard).doesNotContain("carol 2 [1, 2, 3]");
        alice.transport.removePeer("bob");
        alice.send(4);
        assertThat(carol.heard).isEmpty();
    }

    @Test
    void keyFrameRequestsReachTheSender() {
        Peer alice = new Peer("alice", "bob");
        Peer bob = new Peer("bob", "alice");
        bob.transport.requestKeyFrame("alice");
        await().atMost(PATIENCE).until(() -> alice.heard.contains("bob wants a key frame"));
    }

    @Test
    void lossAndDelayAreThoseOfTheImpairment() {
        network = new LocalTransports((from, to, frame) -> switch ((int) frame.sequence()) {
            case 1 -> Impairment.LOST;
            case 2 -> TimeUnit.MILLISECONDS.toNanos(200);
            default -> 0;
        });
        Peer alice = new Peer("alice", "bob");
        Peer bob = new Peer("bob", "alice");
        alice.send(1);
        alice.send(2);
        alice.send(3);
        await().atMost(PATIENCE).until(() -> bob.heard.size() == 2);
        assertThat(bob.heard).containsExactly("alice 3 [1, 2, 3]", "alice 2 [1, 2, 3]");
    }

    @Test
    void framesOnTheirWayAreGivenBackWhenTheReceiverCloses() {
        network = new LocalTransports((from, to, frame) -> TimeUnit.HOURS.toNanos(1));
        Peer alice = new Peer("alice", "bob");
        Peer bob = new Peer("bob", "alice");
        for (int i = 0; i < 1000; i++) {
            alice.send(i);
        }
        assertThat(network.framesOutstanding()).isBetween(1, 512);
        bob.transport.close();
        assertThat(network.framesOutstanding()).isZero();
        alice.send(1);
    }

    @Test
    void aParticipantHasOneTransportInASession() {
        Peer alice = new Peer("alice");
        assertThatThrownBy(() -> network.open(request("session", "alice"), alice))
                .isInstanceOf(IllegalStateException.class);
        network.open(request("another", "alice"), alice).close();
    }

    private static MediaTransports.Request request(String session, String participantId) {
        return new MediaTransports.Request(new CallToken(session, ""), participantId, Codec.VP8, 500_000, List.of());
    }

    private final class Peer implements MediaTransport.Listener {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final MediaTransport transport;

        Peer(String id, String... peers) {
            transport = network.open(request("session", id), this);
            List.of(peers).forEach(peer -> transport.addPeer(peer, PeerRole.POLITE));
            open.add(this);
        }

        void send(int number) {
            EncodedFrame frame = pool.take();
            frame.start(3).put(new byte[] {1, 2, 3}).flip();
            frame.describe(Codec.OPUS, true, 0, 0, number);
            transport.send(frame);
            frame.release();
        }

        @Override
        public void onFrame(String participantId, EncodedFrame frame) {
            byte[] bytes = new byte[frame.data().remaining()];
            frame.data().get(frame.data().position(), bytes);
            heard.add(participantId + " " + frame.sequence() + " " + Arrays.toString(bytes));
        }

        @Override
        public void onKeyFrameRequest(String participantId) {
            heard.add(participantId + " wants a key frame");
        }
    }
}
