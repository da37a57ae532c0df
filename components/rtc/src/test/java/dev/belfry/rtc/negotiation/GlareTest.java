package dev.belfry.rtc.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.sdp.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two sides that change things at any time, over signalling that is in order each way and no more. */
class GlareTest {
    private static final int SEEDS = 2000;
    private static final List<Codec> CODECS = List.of(Codec.OPUS, Codec.VP8);
    private static final int CHANGES = 8;

    @Test
    void both_end_with_the_same_media_whatever_the_order() throws Exception {
        int collisions = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            collisions += run(seed);
        }
        assertThat(collisions).as("offers that met").isGreaterThan(SEEDS);
    }

    private static int run(int seed) throws RtcException {
        Random random = new Random(seed);
        Peer impolite = new Peer(false, CODECS).withAudioAndVideo();
        Peer polite = new Peer(true, CODECS).withAudioAndVideo();
        int collisions = 0;
        int changes = 0;
        while (changes < CHANGES || !impolite.sent.isEmpty() || !polite.sent.isEmpty()) {
            Peer from = random.nextBoolean() ? impolite : polite;
            Peer to = from == impolite ? polite : impolite;
            if (changes < CHANGES && random.nextInt(3) == 0) {
                changes++;
                change(from, random);
                from.negotiator.update();
            } else if (!from.sent.isEmpty()) {
                boolean met = from.sent.element().offer() && to.sent.stream().anyMatch(Peer.Message::offer);
                collisions += met ? 1 : 0;
                to.receive(from.sent.remove());
            }
        }
        assertSame(impolite, polite, "seed " + seed);
        return collisions;
    }

    private static void change(Peer peer, Random random) {
        List<Transceiver> transceivers = peer.negotiator.transceivers();
        Transceiver any = transceivers.isEmpty() ? null : transceivers.get(random.nextInt(transceivers.size()));
        switch (any == null ? 0 : random.nextInt(5)) {
            case 0, 1 -> peer.add(random.nextBoolean() ? MediaKind.VIDEO : MediaKind.AUDIO);
            case 2 ->
                Objects.requireNonNull(any).setDirection(Direction.of(random.nextBoolean(), random.nextBoolean()));
            case 3 -> peer.negotiator.restartIce();
            default -> Objects.requireNonNull(any).stop();
        }
    }

    private static void assertSame(Peer a, Peer b, String seed) throws RtcException {
        assertThat(a.negotiator.isStable()).as(seed).isTrue();
        assertThat(b.negotiator.isStable()).as(seed).isTrue();
        List<String> ofA = live(a, false);
        assertThat(ofA).as(seed).isEqualTo(live(b, true));
        if (!ofA.isEmpty()) {
            assertThat(a.agreement().dtlsClient())
                    .as(seed)
                    .isNotEqualTo(b.agreement().dtlsClient());
            assertThat(a.agreement().controlling())
                    .as(seed)
                    .isNotEqualTo(b.agreement().controlling());
            assertThat(a.agreement().transportMid())
                    .as(seed)
                    .isEqualTo(b.agreement().transportMid());
        }
        assertUpToDate(a, seed);
        assertUpToDate(b, seed);
    }

    /** Nothing is wanted that was not said: asked again, neither side has anything to offer. */
    private static void assertUpToDate(Peer peer, String seed) {
        peer.negotiator.update();
        assertThat(peer.sent).as(seed).isEmpty();
    }

    private static List<String> live(Peer peer, boolean mirrored) {
        List<String> live = new ArrayList<>();
        for (NegotiatedMedia media : peer.agreement().media()) {
            if (!media.rejected()) {
                Direction direction = mirrored ? media.direction().reversed() : media.direction();
                live.add(media.index() + " " + media.mid() + " " + media.kind() + " " + direction + " "
                        + formats(mirrored ? media.receiveFormats() : media.sendFormats())
                        + formats(mirrored ? media.sendFormats() : media.receiveFormats()));
            }
        }
        return live;
    }

    private static List<String> formats(List<NegotiatedFormat> formats) {
        return formats.stream()
                .map(format -> format.codec() + "/" + format.payloadType() + "/" + format.rtxPayloadType())
                .toList();
    }
}
