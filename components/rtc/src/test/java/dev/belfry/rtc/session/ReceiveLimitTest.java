package dev.belfry.rtc.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import dev.belfry.testkit.FakeScheduler;
import dev.belfry.testkit.PacketNetwork;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A receiver may say how much it takes; on a path without any other limit. */
class ReceiveLimitTest {
    private static final Duration FRAME = Duration.ofNanos(33_333_333);
    private static final int FRAMES_IN_40_SECONDS = 1200;

    private final FakeScheduler time = new FakeScheduler();
    private final PacketNetwork network = new PacketNetwork(time, 7);

    @Test
    void the_sender_stays_below_what_the_receiver_takes() {
        assertThat(rateAfterAWhile(Bitrates.USUAL.withMaxReceived(600_000))).isBetween(500_000L, 600_000L);
    }

    @Test
    void without_a_limit_it_sends_more() {
        assertThat(rateAfterAWhile(Bitrates.USUAL)).isGreaterThan(1_500_000L);
    }

    private long rateAfterAWhile(Bitrates receiver) {
        VirtualPeer alice = new VirtualPeer(time, network, "10.0.0.1", 1, Bitrates.USUAL);
        VirtualPeer bob = new VirtualPeer(time, network, "10.0.0.2", 2, receiver);
        alice.connect(bob.endpoint.visibleAddress());
        bob.connect(alice.endpoint.visibleAddress());
        SendTrack video = alice.track("0", MediaKind.VIDEO);
        bob.expect("0", MediaKind.VIDEO);
        FakeEncoder encoder = new FakeEncoder(alice.frames, 30, 250_000, 3);
        for (int i = 0; i < FRAMES_IN_40_SECONDS; i++) {
            if (!alice.targets.isEmpty()) {
                encoder.rate(alice.targets.get(alice.targets.size() - 1));
            }
            EncodedFrame frame = encoder.next(time.nanoTime());
            video.send(frame);
            frame.release();
            time.advance(FRAME);
        }
        alice.session.close();
        bob.session.close();
        return alice.session.control().bitsPerSecond();
    }
}
