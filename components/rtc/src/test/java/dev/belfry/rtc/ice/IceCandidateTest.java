package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.belfry.rtc.RtcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceCandidateTest {
    /** The second example of RFC 8839 section 5.1, and its third. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate:1 1 udp 2130706431 203.0.113.141 8998 typ host",
                "candidate:2 1 udp 1694498815 192.0.2.3 45664 typ srflx raddr 203.0.113.141 rport 8998",
                "candidate:1 1 udp 2130706431 2001:db8:8101:3a55:4858:a2a9:22ff:99b9 8998 typ host",
                "candidate:1 1 tcp 2128609279 203.0.113.141 9 typ host tcptype active",
                "candidate:3 1 udp 41885439 192.0.2.15 5000 typ relay raddr 0.0.0.0 rport 9 ufrag abcd"
            })
    void what_is_read_is_written_the_same(String attribute) throws RtcException {
        assertThat(IceCandidate.parse(attribute).toAttribute()).isEqualTo(attribute);
    }

    @Test
    void a_browsers_candidate_is_read() throws RtcException {
        IceCandidate candidate = IceCandidate.parse(
                "candidate:842163049 1 UDP 1677729535 198.51.100.7 46154 typ srflx raddr 0.0.0.0 rport 0"
                        + " generation 0 ufrag EEtu network-cost 999");
        assertThat(candidate.protocol()).isEqualTo("udp");
        assertThat(candidate.priority()).isEqualTo(1_677_729_535);
        assertThat(candidate.address()).isEqualTo("198.51.100.7");
        assertThat(candidate.type()).isEqualTo(IceCandidateType.SERVER_REFLEXIVE);
        assertThat(candidate.ufrag()).hasValue("EEtu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "candidate:",
                "candidate:1",
                "candidate:1 1 udp 1 203.0.113.141 8998",
                "candidate:1 1 udp 1 203.0.113.141 8998 type host",
                "candidate:1 1 udp 1 203.0.113.141 8998 typ ghost",
                "candidate:1 0 udp 1 203.0.113.141 8998 typ host",
                "candidate:1 1 udp -1 203.0.113.141 8998 typ host",
                "candidate:1 1 udp 99999999999999999999 203.0.113.141 8998 typ host",
                "candidate:1 1 udp 1 203.0.113.141 65536 typ host",
                "candidate:1 1 udp 1 203.0.113.141\r\na=x 1 typ host",
                "candidate:$ 1 udp 1 203.0.113.141 1 typ host",
                "candidate:123456789012345678901234567890123 1 udp 1 203.0.113.141 1 typ host",
                "candidate:1 1 udp 1 203.0.113.141 1 typ srflx raddr",
                "candidate:1 1 udp 1 203.0.113.141 1 typ host ufrag ?"
            })
    void what_breaks_the_grammar_is_refused(String attribute) {
        assertThatExceptionOfType(RtcException.class)
                .isThrownBy(() -> IceCandidate.parse(attribute))
                .satisfies(error -> assertThat(error.reason()).isEqualTo(RtcException.Reason.MALFORMED_DESCRIPTION));
    }

    @Test
    void what_is_too_long_is_refused() {
        String attribute = "candidate:1 1 udp 1 203.0.113.141 1 typ host x " + "y".repeat(IceCandidate.MAX_LENGTH);
        assertThatExceptionOfType(RtcException.class).isThrownBy(() -> IceCandidate.parse(attribute));
    }

    @Test
    void credentials_are_checked() throws RtcException {
        String password = "asd88fgpdd777uzjYhagZg";
        assertThat(IceCredentials.of("8hhY", password)).hasToString("IceCredentials[ufrag=8hhY]");
        assertThatExceptionOfType(RtcException.class).isThrownBy(() -> IceCredentials.of("8hh", password));
        assertThatExceptionOfType(RtcException.class).isThrownBy(() -> IceCredentials.of("8hhY", "too short"));
        assertThatExceptionOfType(RtcException.class).isThrownBy(() -> IceCredentials.of("8hh Y", password));
        assertThatExceptionOfType(RtcException.class).isThrownBy(() -> IceCredentials.of("a".repeat(257), password));
    }
}
