package dev.belfry.rtc.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.MediaStreamId;
import dev.belfry.rtc.sdp.SessionDescription;
import dev.belfry.rtc.sdp.SetupRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Descriptions that Chromium 156 made, and those of this side that it took. */
class ChromiumTest {
    private final Peer peer = new Peer(true);

    @Test
    void its_offer_is_answered_under_its_numbers() throws Exception {
        peer.withAudioAndVideo().negotiator.receiveOffer(Peer.recorded("chromium-offer.sdp"));

        NegotiatedMedia video = peer.media(1);
        assertThat(video.direction()).isEqualTo(Direction.SENDRECV);
        assertThat(video.sendFormats())
                .extracting(NegotiatedFormat::codec, NegotiatedFormat::payloadType, NegotiatedFormat::rtxPayloadType)
                .containsExactly(tuple(Codec.VP8, 96, 97), tuple(Codec.VP9, 98, 99), tuple(Codec.H264, 108, 109));
        assertThat(video.receiveFormats()).isEqualTo(video.sendFormats());
        assertThat(video.extensions().id(HeaderExtension.MID)).isEqualTo(4);
        assertThat(video.extensions().id(HeaderExtension.AUDIO_LEVEL)).isZero();
        assertThat(video.feedback()).containsExactlyInAnyOrder(Feedback.values());
        assertThat(video.remoteSources()).containsExactly(new NegotiatedMedia.RemoteSource(3310194083L, 1876956105L));
        assertThat(video.remoteStreams())
                .containsExactly(new MediaStreamId(
                        "a74fef84-a5d0-408c-aa93-d5d11d189d76", "06c4f304-c96b-4571-87d3-fa5328cf35b3"));
        NegotiatedMedia audio = peer.media(0);
        assertThat(audio.extensions().id(HeaderExtension.AUDIO_LEVEL)).isEqualTo(1);
        assertThat(audio.feedback()).containsExactly(Feedback.TRANSPORT_CC);
    }

    @Test
    void its_data_channel_is_rejected_and_left_out_of_the_bundle() throws Exception {
        peer.withAudioAndVideo().negotiator.receiveOffer(Peer.recorded("chromium-offer.sdp"));

        SessionDescription answer = peer.next().read();
        assertThat(answer.bundles()).containsExactly(List.of("0", "1"));
        MediaDescription data = answer.media().get(2);
        assertThat(data.isRejected()).isTrue();
        assertThat(data.mid()).isEqualTo("2");
        assertThat(data.formats()).containsExactly("webrtc-datachannel");
        assertThat(peer.agreement().media()).hasSize(2);
    }

    @Test
    void its_transport_is_that_of_its_first_section() throws Exception {
        peer.withAudioAndVideo().negotiator.receiveOffer(Peer.recorded("chromium-offer.sdp"));

        Agreement agreement = peer.agreement();
        assertThat(agreement.remoteTransport().iceUfrag()).isEqualTo("jgJT");
        assertThat(agreement.remoteTransport().candidates()).hasSize(8);
        assertThat(agreement.transportMid()).isEqualTo("0");
        assertThat(agreement.dtlsClient()).isTrue();
        assertThat(agreement.controlling()).isFalse();
        assertThat(peer.negotiator.isForTransport("0")).isTrue();
        assertThat(peer.negotiator.isForTransport("1")).isFalse();
        assertThat(peer.next().read().media().get(0).transport().setup()).isEqualTo(SetupRole.ACTIVE);
    }

    @Test
    void an_offer_of_data_alone_is_refused() {
        assertThatThrownBy(() -> peer.negotiator.receiveOffer(Peer.recorded("chromium-offer-data.sdp")))
                .isInstanceOfSatisfying(
                        RtcException.class,
                        e -> assertThat(e.reason()).isEqualTo(RtcException.Reason.DESCRIPTION_REFUSED));
    }

    @Test
    void its_shared_screen_becomes_a_section_to_receive() throws Exception {
        peer.withAudioAndVideo().negotiator.receiveOffer(Peer.recorded("chromium-offer.sdp"));
        peer.negotiator.receiveOffer(Peer.recorded("chromium-offer-screen.sdp"));

        NegotiatedMedia screen = peer.media(3);
        assertThat(screen.direction()).isEqualTo(Direction.RECVONLY);
        assertThat(screen.sendFormats()).isEmpty();
        assertThat(screen.receiveFormats()).hasSize(3);
        assertThat(screen.transceiver().source()).isNull();
        assertThat(peer.agreement().iceRestarted()).isFalse();
        assertThat(peer.agreement().dtlsClient()).isTrue();
    }

    @Test
    void its_restart_of_ice_is_noticed_and_answered_by_a_new_round() throws Exception {
        peer.withAudioAndVideo().negotiator.receiveOffer(Peer.recorded("chromium-offer.sdp"));
        peer.negotiator.receiveOffer(Peer.recorded("chromium-offer-screen.sdp"));
        peer.sent.clear();
        peer.negotiator.receiveOffer(Peer.recorded("chromium-offer-restart.sdp"));

        assertThat(peer.agreement().iceRestarted()).isTrue();
        assertThat(peer.next().read().media().get(0).transport().iceUfrag()).isEqualTo("u2r1");
    }

    @Test
    void it_answered_the_offers_of_this_side() throws Exception {
        Peer offerer = recordedPeer(false);
        offerer.negotiator.update();
        assertThat(body(offerer.next())).isEqualTo(body(Peer.recorded("belfry-offer.sdp")));
        offerer.negotiator.receiveAnswer(Peer.recorded("chromium-answer.sdp"));

        assertThat(offerer.agreement().dtlsClient()).isFalse();
        assertThat(offerer.agreement().controlling()).isTrue();
        assertThat(offerer.media(1).sendFormats())
                .extracting(NegotiatedFormat::codec)
                .containsExactly(Codec.VP8, Codec.VP9, Codec.H264);
        assertThat(offerer.media(0).extensions().id(HeaderExtension.ABS_CAPTURE_TIME))
                .isEqualTo(5);

        offerer.negotiator.addTransceiver(
                MediaKind.VIDEO, Direction.SENDONLY, new LocalSource("screen", "scr", "belfry", 1004, 1005));
        offerer.negotiator.update();
        assertThat(body(offerer.next())).isEqualTo(body(Peer.recorded("belfry-offer-screen.sdp")));
        offerer.negotiator.receiveAnswer(Peer.recorded("chromium-answer-screen.sdp"));
        assertThat(offerer.media(2).direction()).isEqualTo(Direction.SENDONLY);
        assertThat(offerer.media(2).receiveFormats()).isEmpty();
        assertThat(offerer.agreement().iceRestarted()).isFalse();
    }

    @Test
    void it_took_the_answer_of_this_side() throws Exception {
        Peer answerer = recordedPeer(true);
        answerer.negotiator.receiveOffer(Peer.recorded("chromium-offer-answered.sdp"));
        assertThat(body(answerer.next())).isEqualTo(body(Peer.recorded("belfry-answer.sdp")));

        answerer.negotiator.receiveOffer(Peer.recorded("chromium-offer-next.sdp"));
        assertThat(answerer.next().read().media().get(1).direction()).isEqualTo(Direction.SENDRECV);
    }

    @Test
    void the_first_section_of_a_bundle_that_is_not_rejected_names_the_transport() throws Exception {
        Peer deaf = new Peer(true, List.of(Codec.VP8));
        deaf.negotiator.receiveOffer(Peer.recorded("rfc8829-offer-a1.sdp"));

        assertThat(deaf.agreement().transportMid()).isEqualTo("v1");
        assertThat(deaf.agreement().remoteTransport().iceUfrag()).isEqualTo("BGKk");
        SessionDescription answer = deaf.next().read();
        assertThat(answer.bundles()).containsExactly(List.of("v1"));
        assertThat(answer.media().get(0).isRejected()).isTrue();
        assertThat(deaf.media(1).feedback()).containsExactlyInAnyOrder(Feedback.NACK, Feedback.PLI, Feedback.FIR);
    }

    private static Peer recordedPeer(boolean polite) {
        Peer peer = new Peer(polite);
        peer.negotiator.addTrack(MediaKind.AUDIO, new LocalSource("stream", "mic", "belfry", 1001, LocalSource.NO_RTX));
        peer.negotiator.addTrack(MediaKind.VIDEO, new LocalSource("stream", "cam", "belfry", 1002, 1003));
        return peer;
    }

    private static List<String> body(Peer.Message message) {
        return body(message.text());
    }

    /** Returns the lines without those that belong to the transport of the day. */
    private static List<String> body(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("o=")
                        && !line.startsWith("a=ice-ufrag")
                        && !line.startsWith("a=ice-pwd")
                        && !line.startsWith("a=candidate")
                        && !line.startsWith("a=fingerprint"))
                .toList();
    }
}
