package dev.belfry.rtc.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdpWriterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rfc8829-offer-a1.sdp",
                "chromium-offer.sdp",
                "chromium-offer-screen.sdp",
                "chromium-offer-restart.sdp",
                "chromium-answer.sdp",
                "chromium-answer-to-chromium.sdp",
                "belfry-offer.sdp"
            })
    void what_was_written_reads_as_the_same(String name) throws Exception {
        SessionDescription session = SessionDescription.parse(SdpParserTest.recorded(name));
        assertThat(SessionDescription.parse(session.write())).isEqualTo(session);
    }

    @ParameterizedTest
    @ValueSource(strings = {"belfry-offer.sdp", "belfry-offer-screen.sdp", "belfry-answer.sdp"})
    void descriptions_that_chromium_took_are_written_as_they_were(String name) throws Exception {
        String text = SdpParserTest.recorded(name);
        assertThat(SessionDescription.parse(text).write()).isEqualTo(text.replace("\n", "\r\n"));
    }

    @Test
    void an_extension_in_one_direction_says_so() throws Exception {
        String text = "v=0\no=- 1 1 IN IP4 0\ns=-\nm=audio 9 RTP/SAVPF 0\na=extmap:3/recvonly urn:y\n";
        assertThat(SessionDescription.parse(text).write()).contains("a=extmap:3/recvonly urn:y\r\n");
    }

    @Test
    void no_value_brings_a_line_of_its_own() {
        SessionDescription session =
                new SessionDescription(1, 1, List.of(List.of("0\r\na=ice-lite")), false, false, List.of());
        assertThatThrownBy(session::write).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void passwords_stay_out_of_logs() throws Exception {
        SessionDescription session = SessionDescription.parse(SdpParserTest.recorded("chromium-offer.sdp"));
        assertThat(session.toString()).contains("jgJT").doesNotContain("psdB0Y5a07dlrBZRWMJp0TRQ");
    }
}
