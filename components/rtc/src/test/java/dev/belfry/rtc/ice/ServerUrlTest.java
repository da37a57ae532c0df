package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.belfry.rtc.RtcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {
    @Test
    void the_forms_of_the_rfcs_are_read() throws RtcException {
        assertThat(ServerUrl.parse("stun:example.org"))
                .isEqualTo(new ServerUrl(false, "example.org", 3478, false, false));
        assertThat(ServerUrl.parse("stun:192.0.2.1:8000"))
                .isEqualTo(new ServerUrl(false, "192.0.2.1", 8000, false, false));
        assertThat(ServerUrl.parse("turn:[2001:db8::1]:80?transport=tcp"))
                .isEqualTo(new ServerUrl(true, "2001:db8::1", 80, true, false));
        assertThat(ServerUrl.parse("turn:example.org?transport=udp"))
                .isEqualTo(new ServerUrl(true, "example.org", 3478, false, false));
    }

    @Test
    void a_relay_over_tls_has_a_port_of_its_own() throws RtcException {
        ServerUrl secure = new ServerUrl(true, "example.org", 5349, true, true);
        assertThat(ServerUrl.parse("turns:example.org")).isEqualTo(secure);
        assertThat(ServerUrl.parse("turns:example.org?transport=tcp")).isEqualTo(secure);
        assertThat(ServerUrl.parse("turns:example.org:443"))
                .isEqualTo(new ServerUrl(true, "example.org", 443, true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turns:example.org?transport=udp",
                "stuns:example.org",
                "http://example.org",
                "turn:",
                "turn:example.org:0",
                "turn:example.org:70000",
                "turn:example.org?transport=sctp",
                "turn:exa mple.org"
            })
    void the_rest_is_refused(String url) {
        assertThatExceptionOfType(RtcException.class)
                .isThrownBy(() -> ServerUrl.parse(url))
                .satisfies(error -> assertThat(error.reason()).isEqualTo(RtcException.Reason.UNAVAILABLE));
    }
}
