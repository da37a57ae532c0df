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
        assertThat(ServerUrl.parse("stun:example.org")).isEqualTo(new ServerUrl(false, "example.org", 3478, false));
        assertThat(ServerUrl.parse("stun:192.0.2.1:8000")).isEqualTo(new ServerUrl(false, "192.0.2.1", 8000, false));
        assertThat(ServerUrl.parse("turn:[2001:db8::1]:80?transport=tcp"))
                .isEqualTo(new ServerUrl(true, "2001:db8::1", 80, true));
        assertThat(ServerUrl.parse("turn:example.org?transport=udp"))
                .isEqualTo(new ServerUrl(true, "example.org", 3478, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turns:example.org",
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
