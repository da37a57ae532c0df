package dev.belfry.rtc.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtcp.RtcpWriter;
import dev.belfry.testkit.FakeScheduler;
import dev.belfry.testkit.PacketNetwork;
import dev.belfry.testkit.PathConditions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaSessionTest {
    private static final Duration FRAME = Duration.ofNanos(33_333_333);
    private static final Bitrates RATES = new Bitrates(100_000, 300_000, 2_500_000);

    private final FakeScheduler time = new FakeScheduler();
    private final PacketNetwork network = new PacketNetwork(time, 7);
    private VirtualPeer alice;
    private VirtualPeer bob;
    private SendTrack video;
    private FakeEncoder encoder;
    private int requestsServed;
    private boolean followTarget;

    @BeforeEach
    void connect() {
        alice = new VirtualPeer(time, network, "10.0.0.1", 1, RATES);
        bob = new VirtualPeer(time, network, "10.0.0.2", 2, RATES);
        alice.connect(bob.endpoint.visibleAddress());
        bob.connect(alice.endpoint.visibleAddress());
        video = alice.track("0", MediaKind.VIDEO);
        bob.expect("0", MediaKind.VIDEO);
        encoder = new FakeEncoder(alice.frames, 30, 250_000, 3);
    }

    @AfterEach
    void everything_is_released() {
        alice.session.close();
        bob.session.close();
        time.advance(Duration.ofSeconds(5));
        assertThat(alice.packets.outstanding()).isZero();
        assertThat(bob.packets.outstanding()).isZero();
        assertThat(alice.frames.outstanding()).isZero();
        assertThat(bob.frames.outstanding()).isZero();
    }

    @Test
    void pictures_come_whole_and_in_order() {
        run(Duration.ofSeconds(3));
        assertThat(bob.received("0")).hasSizeGreaterThan(85);
        assertBytesEqual(bob.received("0"));
        assertThat(bob.received("0").get(0).keyFrame()).isTrue();
    }

    @Test
    void the_time_of_capture_arrives() {
        PathConditions far = PathConditions.FAIR.withDelay(Duration.ofMillis(40), Duration.ZERO);
        alice.endpoint.outgoing().conditions(far);
        bob.endpoint.outgoing().conditions(far);
        bob.session.pathRoundTrip(80_000_000);
        run(Duration.ofSeconds(10));
        List<VirtualPeer.Received> frames = bob.received("0");
        VirtualPeer.Received last = frames.get(frames.size() - 1);
        assertThat(last.at() - last.captured()).isBetween(39_000_000L, 90_000_000L);
    }

    @Test
    void sound_comes_once_a_packet() {
        SendTrack sound = alice.track("1", MediaKind.AUDIO);
        bob.expect("1", MediaKind.AUDIO);
        alice.endpoint.outgoing().conditions(PathConditions.FAIR.withDoubling(0.5));
        speak(sound, 100);
        List<VirtualPeer.Received> packets = bob.received("1");
        assertThat(packets).hasSize(100);
        for (int i = 0; i < 100; i++) {
            assertThat(packets.get(i).bytes().get(1)).isEqualTo((byte) i);
            assertThat(packets.get(i).number() - packets.get(0).number()).isEqualTo(i);
            assertThat(packets.get(i).timestamp() - packets.get(0).timestamp()).isEqualTo(i * 960L);
        }
    }

    @Test
    void the_peer_tells_how_much_sound_it_misses() {
        SendTrack sound = alice.track("1", MediaKind.AUDIO);
        bob.expect("1", MediaKind.AUDIO);
        assertThat(sound.lossAtPeer()).isZero();
        alice.endpoint.outgoing().conditions(PathConditions.FAIR.withLoss(0.3));

        speak(sound, 500);

        assertThat(sound.lossAtPeer()).isBetween(0.1, 0.5);
    }

    @Test
    void lost_packets_are_sent_again() {
        impair(PathConditions.FAIR.withLoss(0.05).withDelay(Duration.ofMillis(20), Duration.ZERO));
        run(Duration.ofSeconds(20));
        List<VirtualPeer.Received> frames = bob.received("0");
        assertBytesEqual(frames);
        assertThat(frames.size()).isGreaterThan(570);
        assertThat(longestFreeze(frames)).isLessThan(Duration.ofMillis(500));
        OutboundCounters counters = video.stream().counters();
        assertThat(counters.resentPackets).isPositive();
        assertThat(counters.resentBytes).isLessThanOrEqualTo(counters.payloadBytes / 5);
    }

    @Test
    void a_tenth_lost_and_much_out_of_order_is_survived() {
        impair(PathConditions.FAIR
                .withLoss(0.1)
                .withDelay(Duration.ofMillis(30), Duration.ofMillis(20))
                .withReordering(0.05, Duration.ofMillis(15))
                .withDoubling(0.05));
        run(Duration.ofSeconds(20));
        List<VirtualPeer.Received> frames = bob.received("0");
        assertBytesEqual(frames);
        assertThat(frames.size()).isGreaterThan(450);
        assertThat(longestFreeze(frames)).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void a_narrow_link_is_not_overrun() {
        alice.endpoint
                .outgoing()
                .conditions(PathConditions.FAIR
                        .withDelay(Duration.ofMillis(20), Duration.ZERO)
                        .withRate(400_000, 40_000));
        followTarget = true;
        run(Duration.ofSeconds(40));
        List<VirtualPeer.Received> frames = bob.received("0");
        assertBytesEqual(frames);
        assertThat(frames.size()).isGreaterThan(1000);
        assertThat(longestFreeze(frames)).isLessThan(Duration.ofMillis(1000));
        assertThat(alice.targets.get(alice.targets.size() - 1)).isBetween(150_000L, 460_000L);
    }

    @Test
    void a_wide_link_is_used() {
        impair(PathConditions.FAIR.withDelay(Duration.ofMillis(20), Duration.ZERO));
        followTarget = true;
        run(Duration.ofSeconds(40));
        assertThat(alice.targets.get(alice.targets.size() - 1)).isGreaterThan(1_500_000L);
    }

    @Test
    void what_is_lost_for_good_leads_to_a_key_frame() {
        run(Duration.ofSeconds(2));
        int before = alice.keyFrameRequests;
        bob.endpoint.cut();
        run(Duration.ofMillis(1500));
        bob.endpoint.heal();
        run(Duration.ofSeconds(2));
        assertThat(alice.keyFrameRequests).isGreaterThan(before);
        List<VirtualPeer.Received> frames = bob.received("0");
        assertBytesEqual(frames);
        assertThat(time.nanoTime() - frames.get(frames.size() - 1).at()).isLessThan(100_000_000L);
    }

    @Test
    void media_goes_on_when_a_nat_changes_its_port() {
        followTarget = true;
        alice.endpoint.changeNatPort("192.0.2.1");
        bob.connect(alice.endpoint.visibleAddress());
        run(Duration.ofSeconds(5));
        long targetBefore = alice.targets.get(alice.targets.size() - 1);
        alice.endpoint.changeNatPort("192.0.2.1");
        run(Duration.ofSeconds(6)); // what bob says comes to nobody, as long as ICE takes to find out
        bob.connect(alice.endpoint.visibleAddress());
        int before = bob.received("0").size();
        run(Duration.ofSeconds(10));
        List<VirtualPeer.Received> frames = bob.received("0");
        assertBytesEqual(frames);
        assertThat(frames).hasSizeGreaterThan(before + 280);
        assertThat(longestFreeze(frames)).isLessThan(Duration.ofMillis(500));
        assertThat(alice.targets.get(alice.targets.size() - 1)).isGreaterThan(targetBefore / 2);
    }

    @Test
    void nothing_is_sent_while_muted() {
        run(Duration.ofSeconds(1));
        video.setMuted(true);
        time.advance(Duration.ofSeconds(1));
        int before = bob.received.size();
        long packets = video.stream().counters().packets;
        run(Duration.ofSeconds(1));
        assertThat(bob.received).hasSize(before);
        assertThat(video.stream().counters().packets).isEqualTo(packets);
        int requests = alice.keyFrameRequests;
        video.setMuted(false);
        assertThat(alice.keyFrameRequests).isEqualTo(requests + 1);
        run(Duration.ofSeconds(1));
        assertThat(bob.received).hasSizeGreaterThan(before + 25);
    }

    @Test
    void a_peer_that_asks_for_everything_again_gets_a_fifth_at_most() {
        bob.session.close();
        impair(PathConditions.FAIR.withDelay(Duration.ofMillis(20), Duration.ZERO));
        VirtualPeer greedy = bob;
        for (int i = 0; i < 300; i++) {
            frame();
            for (int back = 0; back < 40; back++) {
                nackFrom(greedy, back);
            }
            time.advance(FRAME);
        }
        OutboundCounters counters = video.stream().counters();
        assertThat(counters.resentPackets).isPositive();
        assertThat(counters.resentBytes).isLessThanOrEqualTo((counters.payloadBytes - counters.resentBytes) / 4);
    }

    @Test
    void what_fits_nothing_agreed_on_is_counted() {
        run(Duration.ofSeconds(1));
        assertThat(bob.session.unassigned()).isZero();
        byte[] strange = new byte[50];
        strange[0] = (byte) 0x80;
        strange[1] = 101; // a payload type nobody agreed on
        alice.endpoint.send(strange, 0, strange.length, bob.endpoint.visibleAddress());
        alice.endpoint.send(strange, 0, strange.length, bob.endpoint.visibleAddress());
        run(Duration.ofSeconds(1));
        assertThat(bob.session.unassigned()).isEqualTo(2);
        assertBytesEqual(bob.received("0"));
    }

    /** Sends packets of sound, one each 20 ms. */
    private void speak(SendTrack sound, int count) {
        for (int i = 0; i < count; i++) {
            EncodedFrame frame = alice.frames.take();
            frame.start(3).put(new byte[] {0, (byte) i, 7}).flip();
            frame.describe(Codec.OPUS, true, i * 960L, time.nanoTime(), i);
            sound.send(frame);
            frame.release();
            time.advance(Duration.ofMillis(20));
        }
    }

    private void nackFrom(VirtualPeer peer, int back) {
        Packet packet = peer.packets.take();
        RtcpWriter writer = new RtcpWriter();
        writer.start(packet, 100);
        writer.nack(9, video.stream().ssrc(), (video.stream().nextSequence() - 1 - back) & 0xFFFF);
        peer.endpoint.send(packet.bytes(), packet.offset(), packet.length(), alice.endpoint.visibleAddress());
        packet.release();
    }

    private void impair(PathConditions conditions) {
        alice.endpoint.outgoing().conditions(conditions);
        bob.endpoint.outgoing().conditions(conditions);
    }

    private void run(Duration duration) {
        long end = time.nanoTime() + duration.toNanos();
        while (time.nanoTime() < end) {
            frame();
            time.advance(FRAME);
        }
    }

    private void frame() {
        if (alice.keyFrameRequests > requestsServed) {
            requestsServed = alice.keyFrameRequests;
            encoder.requestKeyFrame();
        }
        if (followTarget && !alice.targets.isEmpty()) {
            encoder.rate(alice.targets.get(alice.targets.size() - 1));
        }
        EncodedFrame frame = encoder.next(time.nanoTime());
        video.send(frame);
        frame.release();
    }

    /** Each frame that came is one that was sent, in that order; and each that is no key frame follows the one before. */
    private void assertBytesEqual(List<VirtualPeer.Received> frames) {
        int at = 0;
        for (VirtualPeer.Received frame : frames) {
            int found = at;
            while (found < encoder.made.size()
                    && !ByteBuffer.wrap(encoder.made.get(found)).equals(frame.bytes())) {
                found++;
            }
            assertThat(found).as("frame " + frame.number()).isLessThan(encoder.made.size());
            if (!frame.keyFrame()) {
                assertThat(found).as("frame " + frame.number()).isEqualTo(at);
            }
            at = found + 1;
        }
    }

    private static Duration longestFreeze(List<VirtualPeer.Received> frames) {
        long longest = 0;
        for (int i = 1; i < frames.size(); i++) {
            longest = Math.max(longest, frames.get(i).at() - frames.get(i - 1).at());
        }
        return Duration.ofNanos(longest);
    }
}
