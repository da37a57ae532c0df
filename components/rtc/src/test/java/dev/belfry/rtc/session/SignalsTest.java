package dev.belfry.rtc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignalsTest {
    @Test
    void addresses_stay_out_of_logs() {
        SignaledCandidate candidate =
                new SignaledCandidate("candidate:1 1 udp 2130706431 192.0.2.1 4000 typ host", "0", 0, null);
        assertThat(candidate.toString()).doesNotContain("192.0.2.1").contains("mid=0");
        assertThat(new Description(Description.Type.OFFER, "c=IN IP4 192.0.2.1").toString())
                .isEqualTo("Description[type=OFFER, length=18]");
    }

    @Test
    void an_empty_candidate_ends_them() {
        assertThat(SignaledCandidate.end("abcd").isEnd()).isTrue();
        assertThat(new SignaledCandidate("candidate:1", null, 0, null).isEnd()).isFalse();
    }

    @Test
    void rates_out_of_order_are_refused() {
        assertThatThrownBy(() -> new Bitrates(2, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bitrates(1, 3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bitrates.USUAL.withMaxReceived(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Bitrates.USUAL.start()).isEqualTo(300_000);
    }
}
