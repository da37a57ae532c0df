package dev.belfry.rtc.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.rtp.HeaderExtension;
import dev.belfry.rtc.sdp.Direction;
import dev.belfry.rtc.sdp.MediaDescription;
import dev.belfry.rtc.sdp.SessionDescription;
import dev.belfry.rtc.sdp.SetupRole;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiatorTest {
    private final Peer caller = new Peer(false).withAudioAndVideo();
    private final Peer callee = new Peer(true);

    @Test
    void a_first_offer_bundles_everything_on_its_first_section() throws Exception {
        caller.negotiator.update();
        assertThat(caller.negotiator.transportMid()).isEqualTo("0");

        SessionDescription offer = caller.next().read();
        assertThat(offer.bundles()).containsExactly(List.of("0", "1"));
        assertThat(offer.media()).extracting(MediaDescription::port).containsExactly(9, 0);
        assertThat(offer.media()).extracting(MediaDescription::bundleOnly).containsExactly(false, true);
        assertThat(offer.media()).allSatisfy(media -> {
            assertThat(media.rtp().mux()).isTrue();
            assertThat(media.rtp().muxOnly()).isTrue();
            assertThat(media.rtp().reducedSize()).isTrue();
            assertThat(media.transport().setup()).isEqualTo(SetupRole.ACTPASS);
        });
        assertThat(offer.media().get(0).transport().candidates()).hasSize(1);
        assertThat(offer.media().get(1).transport().candidates()).isEmpty();
    }

    @Test
    void two_sides_with_tracks_send_and_receive_both() throws Exception {
        callee.withAudioAndVideo();
        caller.offerTo(callee);

        for (Peer peer : List.of(caller, callee)) {
            assertThat(peer.agreement().media())
                    .extracting(NegotiatedMedia::direction)
                    .containsExactly(Direction.SENDRECV, Direction.SENDRECV);
            assertThat(peer.agreements).hasSize(1);
            assertThat(peer.negotiator.transceivers())
                    .extracting(Transceiver::mid)
                    .containsExactly("0", "1");
        }
        assertThat(caller.agreement().dtlsClient()).isFalse();
        assertThat(callee.agreement().dtlsClient()).isTrue();
        assertThat(caller.agreement().controlling()).isTrue();
        assertThat(caller.media(1).remoteSources()).containsExactly(new NegotiatedMedia.RemoteSource(2004, 2005));
        assertThat(caller.media(0).remoteSources())
                .containsExactly(new NegotiatedMedia.RemoteSource(2002, NegotiatedMedia.RemoteSource.UNKNOWN));
        assertThat(caller.media(1).remoteStreams())
                .singleElement()
                .satisfies(id -> assertThat(id.stream()).isEqualTo("camera"));
    }

    @Test
    void a_side_without_tracks_receives_and_may_add_its_own_to_the_same_sections() throws Exception {
        caller.offerTo(callee);
        assertThat(callee.media(1).direction()).isEqualTo(Direction.RECVONLY);
        assertThat(callee.media(1).transceiver().source()).isNull();

        Transceiver added = callee.add(MediaKind.VIDEO);
        callee.offerTo(caller);
        assertThat(added.mid()).isEqualTo("1");
        assertThat(callee.agreement().media()).hasSize(2);
        assertThat(caller.media(1).direction()).isEqualTo(Direction.SENDRECV);
        assertThat(callee.agreement().dtlsClient()).isTrue();
        assertThat(callee.agreement().controlling()).isFalse();
    }

    @Test
    void a_direction_changes_by_renegotiation_and_back() throws Exception {
        callee.withAudioAndVideo();
        caller.offerTo(callee);
        Transceiver camera = caller.negotiator.transceivers().get(1);

        camera.setDirection(Direction.RECVONLY);
        caller.offerTo(callee);
        assertThat(callee.media(1).direction()).isEqualTo(Direction.SENDONLY);
        assertThat(caller.media(1).sendFormats()).isEmpty();
        assertThat(caller.media(1).receiveFormats()).isNotEmpty();

        camera.setDirection(Direction.SENDRECV);
        caller.offerTo(callee);
        assertThat(callee.media(1).direction()).isEqualTo(Direction.SENDRECV);
        assertThat(caller.media(1).sendFormats()).isNotEmpty();
    }

    @Test
    void a_section_that_was_stopped_is_used_again_under_a_new_name() throws Exception {
        callee.withAudioAndVideo();
        caller.offerTo(callee);
        caller.negotiator.transceivers().get(1).stop();
        caller.offerTo(callee);
        assertThat(callee.media(1).rejected()).isTrue();
        assertThat(callee.negotiator.transceivers()).hasSize(1);

        Transceiver screen =
                caller.negotiator.addTransceiver(MediaKind.VIDEO, Direction.SENDONLY, caller.source("screen"));
        caller.offerTo(callee);
        assertThat(screen.mid()).isEqualTo("2");
        assertThat(caller.media(1).mid()).isEqualTo("2");
        assertThat(callee.media(1).direction()).isEqualTo(Direction.RECVONLY);
    }

    @Test
    void the_first_section_may_be_stopped_and_the_transport_stays() throws Exception {
        callee.withAudioAndVideo();
        caller.offerTo(callee);
        caller.negotiator.transceivers().get(0).stop();
        caller.offerTo(callee);

        assertThat(callee.agreement().transportMid()).isEqualTo("1");
        assertThat(callee.agreement().iceRestarted()).isFalse();
        assertThat(callee.agreement().remoteTransport().iceUfrag()).isEqualTo("u1r0");
    }

    @Test
    void all_sections_may_be_stopped_without_losing_the_transport() throws Exception {
        callee.withAudioAndVideo();
        caller.offerTo(callee);
        caller.negotiator.transceivers().forEach(Transceiver::stop);
        caller.offerTo(callee);

        assertThat(callee.agreement().media()).allMatch(NegotiatedMedia::rejected);
        assertThat(callee.agreement().remoteTransport().iceUfrag()).isEqualTo("u1r0");
        caller.add(MediaKind.AUDIO);
        caller.offerTo(callee);
        assertThat(callee.media(0).direction()).isEqualTo(Direction.RECVONLY);
    }

    @Test
    void nothing_is_offered_when_nothing_changed() throws Exception {
        callee.withAudioAndVideo();
        caller.offerTo(callee);
        caller.negotiator.update();
        callee.negotiator.update();
        assertThat(caller.sent).isEmpty();
        assertThat(callee.sent).isEmpty();
    }

    @Test
    void a_change_while_an_offer_waits_is_offered_after_the_answer() throws Exception {
        caller.negotiator.update();
        caller.add(MediaKind.VIDEO);
        caller.negotiator.update();
        assertThat(caller.sent).hasSize(1);
        Peer.settle(caller, callee);
        assertThat(callee.agreement().media()).hasSize(3);
        assertThat(callee.agreements).hasSize(2);
    }

    @Test
    void the_answerers_order_of_codecs_holds_for_both() throws Exception {
        Peer wantsH264 = new Peer(true, List.of(Codec.OPUS, Codec.H264, Codec.VP8)).withAudioAndVideo();
        caller.offerTo(wantsH264);

        for (Peer peer : List.of(caller, wantsH264)) {
            assertThat(peer.media(1).sendFormats())
                    .extracting(NegotiatedFormat::codec)
                    .containsExactly(Codec.H264, Codec.VP8);
            assertThat(peer.media(1).receiveFormats())
                    .startsWith(peer.media(1).sendFormats().toArray(NegotiatedFormat[]::new));
        }
    }

    @Test
    void whoever_offers_takes_all_it_offered() throws Exception {
        Peer wantsH264 = new Peer(true, List.of(Codec.OPUS, Codec.H264)).withAudioAndVideo();
        caller.offerTo(wantsH264);

        assertThat(caller.media(1).sendFormats())
                .extracting(NegotiatedFormat::codec)
                .containsExactly(Codec.H264);
        assertThat(caller.media(1).receiveFormats())
                .extracting(NegotiatedFormat::codec)
                .startsWith(Codec.H264)
                .containsExactlyInAnyOrderElementsOf(videoOf(Peer.CODECS));
        assertThat(wantsH264.media(1).receiveFormats())
                .extracting(NegotiatedFormat::codec)
                .containsExactly(Codec.H264);
    }

    @Test
    void a_section_without_a_common_codec_is_rejected_and_not_offered_again() throws Exception {
        Peer old = new Peer(true, List.of(Codec.OPUS));
        old.add(MediaKind.AUDIO);
        caller.offerTo(old);

        assertThat(caller.media(1).rejected()).isTrue();
        assertThat(caller.negotiator.transceivers()).hasSize(1);
        caller.negotiator.update();
        assertThat(caller.sent).isEmpty();
    }

    @Test
    void a_side_without_a_codec_cannot_add_such_a_track() {
        Peer deaf = new Peer(true, List.of(Codec.VP8));
        assertThatThrownBy(() -> deaf.add(MediaKind.AUDIO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_one_side_lacks_is_not_agreed_on() throws Exception {
        Peer plain = new Peer(
                        true,
                        new MediaCapabilities(Peer.CODECS, Set.of(HeaderExtension.MID), Set.of(Feedback.values())))
                .withAudioAndVideo();
        caller.offerTo(plain);

        for (Peer peer : List.of(caller, plain)) {
            assertThat(peer.media(1).extensions().id(HeaderExtension.MID)).isEqualTo(4);
            assertThat(peer.media(1).extensions().id(HeaderExtension.TRANSPORT_SEQUENCE))
                    .isZero();
            assertThat(peer.media(1).feedback())
                    .as("no such feedback without the extension")
                    .containsExactlyInAnyOrder(Feedback.NACK, Feedback.PLI, Feedback.FIR, Feedback.REMB);
        }
    }

    @Test
    void later_offers_keep_the_numbers_that_the_peer_chose() throws Exception {
        callee.withAudioAndVideo().negotiator.receiveOffer(Peer.recorded("chromium-offer.sdp"));
        callee.sent.clear();
        callee.add(MediaKind.VIDEO);
        callee.negotiator.update();

        MediaDescription added = callee.next().read().media().get(3);
        assertThat(added.formats()).containsExactly("96", "97", "98", "99", "108", "109");
        assertThat(added.rtp().extensions())
                .anySatisfy(entry -> {
                    assertThat(entry.uri()).isEqualTo(HeaderExtension.ABS_CAPTURE_TIME.uri());
                    assertThat(entry.id())
                            .as("5 means something else to the peer")
                            .isEqualTo(9);
                })
                .anySatisfy(entry -> {
                    assertThat(entry.uri()).isEqualTo(HeaderExtension.MID.uri());
                    assertThat(entry.id()).isEqualTo(4);
                });
    }

    @Test
    void a_new_round_of_ice_is_offered_and_answered() throws Exception {
        callee.withAudioAndVideo();
        caller.offerTo(callee);
        callee.negotiator.restartIce();
        Peer.settle(caller, callee);

        assertThat(caller.agreement().iceRestarted()).isTrue();
        assertThat(callee.agreement().iceRestarted()).isTrue();
        assertThat(caller.agreement().remoteTransport().iceUfrag()).isEqualTo("u2r1");
        assertThat(callee.agreement().remoteTransport().iceUfrag()).isEqualTo("u1r1");
        assertThat(callee.agreement().controlling()).isTrue();
        assertThat(caller.agreement().controlling()).isFalse();
        assertThat(callee.agreement().dtlsClient()).isTrue();
    }

    @Test
    void a_withdrawn_restart_leaves_the_round_as_it_is_and_is_offered_again() throws Exception {
        callee.withAudioAndVideo();
        caller.offerTo(callee);
        callee.negotiator.restartIce();
        caller.add(MediaKind.VIDEO);
        caller.negotiator.update();
        callee.receive(caller.next());
        assertThat(callee.next().read().media().get(0).transport().iceUfrag()).isEqualTo("u2r1");

        SessionDescription answer = callee.next().read();
        assertThat(answer.media().get(0).transport().iceUfrag()).isEqualTo("u2r0");
        SessionDescription again = callee.next().read();
        assertThat(again.media().get(0).transport().iceUfrag()).isEqualTo("u2r2");
    }

    @Test
    void there_is_no_round_to_restart_before_the_first() {
        callee.negotiator.restartIce();
        assertThat(callee.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=rtcp-mux |  | has no rtcp-mux",
                "a=fingerprint |  | no fingerprint",
                "a=ice-ufrag |  | no ICE credentials",
                "a=group |  | not bundled",
                "a=setup | a=setup:holdconn | setup is HOLDCONN"
            })
    void an_offer_that_cannot_be_used_is_refused_and_changes_nothing(String without, String with, String reason)
            throws Exception {
        String offer = edited(Peer.recorded("chromium-offer.sdp"), without, with == null ? "" : with);
        assertRefused(() -> callee.negotiator.receiveOffer(offer), reason);
        assertThat(callee.sent).isEmpty();
        assertThat(callee.negotiator.isStable()).isTrue();
        caller.offerTo(callee);
        assertThat(callee.agreement().media()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=rtcp-mux |  | has no rtcp-mux",
                "a=group |  | not bundled",
                "a=setup | a=setup:actpass | setup is ACTPASS",
                "a=mid | a=mid:other | not bundled",
                "a=rtpmap |  | no codec that was offered"
            })
    void an_answer_that_does_not_fit_is_refused_and_the_offer_goes_on_waiting(
            String without, String with, String reason) throws Exception {
        caller.negotiator.update();
        callee.receive(caller.next());
        String good = callee.next().text();
        String bad = edited(good, without, with == null ? "" : with).replaceFirst("a=mid:other", "a=mid:0");
        assertRefused(() -> caller.negotiator.receiveAnswer(bad), reason);
        caller.negotiator.receiveAnswer(good);
        assertThat(caller.agreement().media()).hasSize(2);
    }

    @Test
    void an_answer_has_to_have_the_offers_sections() throws Exception {
        caller.negotiator.update();
        callee.receive(caller.next());
        String answer = callee.next().text();
        assertRefused(() -> caller.negotiator.receiveAnswer(answer + "m=audio 9 RTP/SAVPF 0\r\n"), "has 3 sections");
        assertRefused(() -> caller.negotiator.receiveAnswer(answer.replace("m=video", "m=audio")), "answered by audio");
    }

    @Test
    void an_offer_may_not_drop_or_rename_a_section() throws Exception {
        caller.offerTo(callee);
        SessionDescription last = SessionDescription.parse(Peer.recorded("chromium-offer.sdp"));
        assertRefused(() -> callee.negotiator.receiveOffer("v=0\r\no=- 1 1 IN IP4 0\r\ns=-\r\n"), "fewer sections");
        String renamed = last.write().replace("a=mid:0", "a=mid:x");
        assertRefused(() -> callee.negotiator.receiveOffer(renamed), "section 0 became x");
    }

    @Test
    void an_answer_nobody_waits_for_is_refused() {
        assertRefused(() -> caller.negotiator.receiveAnswer(Peer.recorded("chromium-answer.sdp")), "no offer waits");
    }

    @Test
    void nonsense_is_malformed() {
        assertThatThrownBy(() -> callee.negotiator.receiveOffer("nonsense"))
                .isInstanceOfSatisfying(
                        RtcException.class,
                        e -> assertThat(e.reason()).isEqualTo(RtcException.Reason.MALFORMED_DESCRIPTION));
    }

    @Test
    void an_ice_lite_peer_leaves_the_choice_of_the_path_to_this_side() throws Exception {
        String offer = Peer.recorded("chromium-offer.sdp").replace("t=0 0\n", "t=0 0\na=ice-lite\n");
        callee.negotiator.receiveOffer(offer);
        assertThat(callee.agreement().remoteIceLite()).isTrue();
        assertThat(callee.agreement().controlling()).isTrue();
    }

    @Test
    void nothing_happens_after_the_end() throws Exception {
        callee.negotiator.close();
        callee.withAudioAndVideo().negotiator.update();
        callee.negotiator.receiveOffer("not even read");
        assertThat(callee.sent).isEmpty();
        assertThat(callee.negotiator.isForTransport(null)).isFalse();
    }

    private static String edited(String text, String without, String with) {
        StringBuilder edited = new StringBuilder();
        text.lines().forEach(line -> {
            boolean dropped = line.equals(without) || line.startsWith(without + ":");
            if (!dropped || !with.isEmpty()) {
                edited.append(dropped ? with : line).append("\r\n");
            }
        });
        return edited.toString();
    }

    private static List<Codec> videoOf(List<Codec> codecs) {
        return codecs.stream().filter(codec -> codec.kind() == MediaKind.VIDEO).toList();
    }

    private static void assertRefused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RtcException.class,
                        e -> assertThat(e.reason()).isEqualTo(RtcException.Reason.DESCRIPTION_REFUSED))
                .hasMessageContaining(reason);
    }
}
