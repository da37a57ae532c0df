package dev.belfry.rtc.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.sdp.SessionDescription;
import java.nio.charset.StandardCharsets;

class DescriptionFuzzTest {
    private static final RtcException.Reason MALFORMED = RtcException.Reason.MALFORMED_DESCRIPTION;
    private static final RtcException.Reason REFUSED = RtcException.Reason.DESCRIPTION_REFUSED;

    @FuzzTest(maxDuration = "10m")
    void any_text_is_a_description_or_none(byte[] input) {
        SessionDescription read;
        try {
            read = SessionDescription.parse(text(input));
        } catch (RtcException e) {
            assertThat(e.reason()).isEqualTo(MALFORMED);
            return;
        }
        try {
            assertThat(SessionDescription.parse(read.write()).media()).hasSameSizeAs(read.media());
        } catch (RtcException e) {
            throw new AssertionError("what was read cannot be written", e);
        }
    }

    /** An offer is answered or refused; after it, this side can make an offer, which can be read. */
    @FuzzTest(maxDuration = "10m")
    void any_offer_is_answered_or_refused(byte[] input) throws RtcException {
        Peer peer = new Peer(true).withAudioAndVideo();
        take(() -> peer.negotiator.receiveOffer(text(input)));
        take(() -> peer.negotiator.receiveOffer(text(input)));
        peer.negotiator.update();
        peer.negotiator.restartIce();
        while (!peer.sent.isEmpty()) {
            peer.next().read();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void any_answer_is_taken_or_refused(byte[] input) throws RtcException {
        Peer peer = new Peer(false).withAudioAndVideo();
        peer.negotiator.update();
        take(() -> peer.negotiator.receiveAnswer(text(input)));
        peer.negotiator.restartIce();
        while (!peer.sent.isEmpty()) {
            peer.next().read();
        }
    }

    private static void take(Taking taking) {
        try {
            taking.take();
        } catch (RtcException e) {
            assertThat(e.reason()).isIn(MALFORMED, REFUSED);
        }
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1);
    }

    private interface Taking {
        void take() throws RtcException;
    }
}
