package dev.belfry.rtc.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.rtc.RtcException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdpParserTest {
    private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n";
    private static final String AUDIO = HEAD + "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n";

    @Test
    void the_example_of_rfc_8829_is_read() throws Exception {
        SessionDescription session = SessionDescription.parse(recorded("rfc8829-offer-a1.sdp"));

        assertThat(session.sessionId()).isEqualTo(4962303333179871722L);
        assertThat(session.bundles()).containsExactly(List.of("a1", "v1"));
        assertThat(session.media()).extracting(MediaDescription::mid).containsExactly("a1", "v1");
        MediaDescription audio = session.media().get(0);
        assertThat(audio.transport().iceOptions()).containsExactlyInAnyOrder("trickle", "ice2");
        assertThat(audio.transport().iceUfrag()).isEqualTo("ETEn");
        assertThat(audio.transport().candidates())
                .contains("candidate:1 1 udp 2113929471 203.0.113.100 10100 typ host")
                .hasSize(2);
        assertThat(audio.transport().endOfCandidates()).isTrue();
        assertThat(audio.rtp().payloads())
                .extracting(PayloadFormat::encoding)
                .containsExactly("opus", "PCMU", "PCMA", "telephone-event", "telephone-event");
        assertThat(audio.sources().streams())
                .containsExactly(new MediaStreamId("47017fee-b6c1-4162-929c-a25110252400", ""));
    }

    @Test
    void chromiums_offer_is_read() throws Exception {
        SessionDescription session = SessionDescription.parse(recorded("chromium-offer.sdp"));

        assertThat(session.extmapAllowMixed()).isTrue();
        MediaDescription video = session.media().get(1);
        assertThat(video.direction()).isEqualTo(Direction.SENDRECV);
        assertThat(video.rtp().mux()).isTrue();
        assertThat(video.rtp().reducedSize()).isTrue();
        assertThat(video.rtp().extensions())
                .contains(new HeaderExtensionEntry(4, "urn:ietf:params:rtp-hdrext:sdes:mid"))
                .hasSize(11);
        PayloadFormat vp8 = video.rtp().payloads().get(0);
        assertThat(vp8)
                .isEqualTo(new PayloadFormat(
                        96,
                        "VP8",
                        90_000,
                        1,
                        Map.of(),
                        List.of("goog-remb", "transport-cc", "ccm fir", "nack", "nack pli")));
        PayloadFormat h264 = video.rtp().payloads().get(2);
        assertThat(h264.parameter("profile-level-id")).isEqualTo("42001f");
        assertThat(video.sources().groups())
                .containsExactly(new SourceDescription.Group("FID", List.of(3310194083L, 1876956105L)));
        assertThat(video.transport().setup()).isEqualTo(SetupRole.ACTPASS);
        assertThat(video.transport().fingerprints())
                .singleElement()
                .extracting(CertificateFingerprint::hash)
                .isEqualTo("sha-256");
        MediaDescription data = session.media().get(2);
        assertThat(data.media()).isEqualTo("application");
        assertThat(data.formats()).containsExactly("webrtc-datachannel");
    }

    @Test
    void what_is_said_for_the_session_holds_for_each_section() throws Exception {
        String session =
                HEAD + "a=ice-ufrag:abcd\na=ice-pwd:efgh\na=fingerprint:SHA-256 AA\na=setup:active\na=recvonly\n"
                        + "a=extmap:2 urn:x\na=ice-lite\n"
                        + "m=audio 9 RTP/SAVPF 0\na=setup:passive\nm=video 9 RTP/SAVPF 96\na=sendonly\na=extmap:3/recvonly urn:y\n";
        SessionDescription read = SessionDescription.parse(session);

        assertThat(read.iceLite()).isTrue();
        MediaDescription audio = read.media().get(0);
        assertThat(audio.direction()).isEqualTo(Direction.RECVONLY);
        assertThat(audio.transport().setup()).isEqualTo(SetupRole.PASSIVE);
        assertThat(audio.transport().fingerprints()).containsExactly(new CertificateFingerprint("sha-256", "AA"));
        MediaDescription video = read.media().get(1);
        assertThat(video.direction()).isEqualTo(Direction.SENDONLY);
        assertThat(video.transport().icePassword()).isEqualTo("efgh");
        assertThat(video.rtp().extensions())
                .containsExactly(
                        new HeaderExtensionEntry(3, "urn:y", Direction.RECVONLY), new HeaderExtensionEntry(2, "urn:x"));
    }

    @Test
    void feedback_for_all_payloads_is_for_each() throws Exception {
        MediaDescription media = section("a=rtcp-fb:* nack\na=rtpmap:111 opus/48000/2\na=rtcp-fb:111 nack\n");
        assertThat(media.rtp().payloads())
                .singleElement()
                .satisfies(payload -> assertThat(payload.feedback()).containsExactly("nack"));
    }

    @Test
    void parameters_are_found_whatever_their_case_and_spaces() throws Exception {
        MediaDescription media = section("a=fmtp:111 Profile-ID = 2 ; 0-15;;\na=rtpmap:111 VP9/90000\n");
        PayloadFormat payload = media.rtp().payloads().get(0);
        assertThat(payload.parameters()).isEqualTo(Map.of("profile-id", "2", "0-15", ""));
    }

    @Test
    void unknown_lines_and_attributes_are_ignored() throws Exception {
        MediaDescription media =
                section("x=what\nb=AS:300\na=unheard\na=of:this\na=rtpmap:5 other/8000\na=extmap:4096 urn:late\n");
        assertThat(media.rtp()).isEqualTo(new RtpDescription(List.of(), List.of(), false, false, false));
    }

    @Test
    void a_bundle_only_section_is_not_a_rejected_one() throws Exception {
        String two = HEAD + "m=audio 0 RTP/SAVPF 0\nm=video 0 RTP/SAVPF 96\na=bundle-only\n";
        assertThat(SessionDescription.parse(two).media())
                .extracting(MediaDescription::isRejected)
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=rtpmap:x opus/48000 | payload type is no number",
                "a=rtpmap:128 opus/48000 | payload type is not from 0 to 127",
                "a=rtpmap:111 opus | encoding is not name/clock rate[/channels]",
                "a=rtpmap:111 opus/0 | clock rate is not from 1 to 1000000000",
                "a=rtpmap:111 | encoding is missing",
                "a=rtcp-fb:111 | feedback is missing",
                "a=extmap:0 urn:x | identifier is not from 1 to 65535",
                "a=extmap:1/up urn:x | no direction",
                "a=extmap:1 | name is missing",
                "a=ssrc:4294967296 cname:x | ssrc is no number of 32 bits",
                "a=ssrc:-1 cname:x | ssrc is no number of 32 bits",
                "a=ssrc-group:FID x | ssrc is no number of 32 bits",
                "a=setup:maybe | no role",
                "a=fingerprint:sha-256 | fingerprint is missing",
                "a=ice-ufrag: | ufrag is missing",
                "a=mid | mid is missing",
                "a=msid: | stream is missing",
                "m=audio 70000 RTP/SAVPF 0 | port is not from 0 to 65535",
                "m=audio 9 RTP/SAVPF | format is missing"
            })
    void an_unreadable_line_is_named_with_the_reason(String line, String reason) {
        assertThatThrownBy(() -> SessionDescription.parse(AUDIO + line + "\r\n"))
                .isInstanceOfSatisfying(
                        RtcException.class,
                        e -> assertThat(e.reason()).isEqualTo(RtcException.Reason.MALFORMED_DESCRIPTION))
                .hasMessage("MALFORMED_DESCRIPTION: line 6 (" + line + "): " + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v=0",
                "v=1\no=- 1 1 IN IP4 0\ns=-\n",
                "o=- 1 1 IN IP4 0\nv=0\ns=-\n",
                "v=0\no=- x 1 IN IP4 0\ns=-\n",
                "v=0\no=- 1\ns=-\n",
                "v=0\no=- 1 1 IN IP4 0\ns=-\nnonsense\n",
                "v=0\no=- 1 1 IN IP4 0\ns=-\na=x\ry\n",
                "v=0\no=- 1 1 IN IP4 0\ns=-\nm=a 9 R 0\na=mid:1\nm=a 9 R 0\na=mid:1\n",
                "v=0\no=- 1 1 IN IP4 0\ns=-\nm=a 9 R 0\na=extmap:1 x\na=extmap:1 y\n"
            })
    void what_is_no_description_is_refused(String text) {
        assertMalformed(text);
    }

    @Test
    void descriptions_beyond_what_is_sensible_are_refused() {
        assertMalformed(HEAD + "a=" + "x".repeat(SessionDescription.MAX_LENGTH));
        assertMalformed(HEAD + "b=\n".repeat(10_000));
        assertMalformed(HEAD + "m=audio 9 RTP/SAVPF 0\n".repeat(65));
        assertMalformed(AUDIO + "a=candidate:1\n".repeat(129));
        assertMalformed(HEAD + "m=audio 9 RTP/SAVPF" + " 1".repeat(257) + "\n");
        assertMalformed(HEAD + "a=group:BUNDLE" + " 1".repeat(65) + "\n");
        assertMalformed(AUDIO + "a=msid:x\n".repeat(17));
        assertMalformed(AUDIO + "a=fingerprint:sha-256 AA\n".repeat(17));
    }

    @Test
    void a_message_shows_no_more_of_a_line_than_can_be_read() {
        assertThatThrownBy(() -> SessionDescription.parse(AUDIO + "a=setup:\u0007" + "x".repeat(1000)))
                .hasMessageContaining("a=setup:?x")
                .hasMessageEndingWith("...): no role");
    }

    private static void assertMalformed(String text) {
        assertThatThrownBy(() -> SessionDescription.parse(text))
                .isInstanceOfSatisfying(
                        RtcException.class,
                        e -> assertThat(e.reason()).isEqualTo(RtcException.Reason.MALFORMED_DESCRIPTION));
    }

    private static MediaDescription section(String attributes) throws RtcException {
        return SessionDescription.parse(AUDIO + attributes).media().get(0);
    }

    static String recorded(String name) throws IOException {
        try (InputStream in = SdpParserTest.class.getResourceAsStream("/dev/belfry/rtc/negotiation/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
