package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.PacketPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketKindTest {
    private final PacketPool packets = new PacketPool();

    @ParameterizedTest
    @CsvSource({
        "00 01, STUN",
        "03, STUN",
        "04, UNKNOWN",
        "0f, UNKNOWN",
        "10, ZRTP",
        "13, ZRTP",
        "14, DTLS",
        "3f, DTLS",
        "40, TURN_CHANNEL",
        "4f, TURN_CHANNEL",
        "50, UNKNOWN",
        "7f, UNKNOWN",
        "80, UNKNOWN",
        "80 60, RTP",
        "bf ff, RTP",
        "80 bf, RTP",
        "80 c0, RTCP",
        "80 c8, RTCP",
        "81 df, RTCP",
        "80 e0, RTP",
        "c0 60, UNKNOWN",
        "'', UNKNOWN"
    })
    void the_first_bytes_tell(String hex, PacketKind kind) {
        assertThat(PacketKind.of(Samples.packet(packets, hex))).isEqualTo(kind);
    }
}
