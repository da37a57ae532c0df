package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
    private static final String FIXED = "e0 1234 89abcdef fedcba98";

    private final PacketPool packets = new PacketPool();
    private final RtpPacket view = new RtpPacket();

    @Test
    void the_fixed_header_is_read() {
        assertThat(read("80 " + FIXED + "01 02 03")).isTrue();
        assertThat(view.marker()).isTrue();
        assertThat(view.payloadType()).isEqualTo(96);
        assertThat(view.sequence()).isEqualTo(0x1234);
        assertThat(view.timestamp()).isEqualTo(0x89ab_cdefL);
        assertThat(view.ssrc()).isEqualTo(0xfedc_ba98L);
        assertThat(view.csrcCount()).isZero();
        assertThat(view.headerLength()).isEqualTo(12);
        assertThat(view.payloadLength()).isEqualTo(3);
        assertThat(view.bytes()[view.payloadOffset()]).isOne();
    }

    @Test
    void contributing_sources_extension_and_padding_are_told_from_the_payload() {
        assertThat(read("b2 " + FIXED + "00000001 ffffffff abcd 0001 11223344 0a0b 0000 03"))
                .isTrue();
        assertThat(view.csrcCount()).isEqualTo(2);
        assertThat(view.csrc(0)).isOne();
        assertThat(view.csrc(1)).isEqualTo(0xffff_ffffL);
        assertThatThrownBy(() -> view.csrc(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(view.headerLength()).isEqualTo(28);
        assertThat(view.payloadLength()).isEqualTo(2);
        assertThat(view.paddingLength()).isEqualTo(3);
    }

    @Test
    void a_packet_of_nothing_but_padding_has_no_payload() {
        assertThat(read("a0 " + FIXED + "000003")).isTrue();
        assertThat(view.payloadLength()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80 e0 1234 89abcdef fedcba",
                "40 e0 1234 89abcdef fedcba98",
                "81 e0 1234 89abcdef fedcba98 000000",
                "90 e0 1234 89abcdef fedcba98 bede00",
                "90 e0 1234 89abcdef fedcba98 bede0001 000000",
                "90 e0 1234 89abcdef fedcba98 bedeffff 00000000",
                "a0 e0 1234 89abcdef fedcba98",
                "a0 e0 1234 89abcdef fedcba98 00",
                "a0 e0 1234 89abcdef fedcba98 000004"
            })
    void what_is_cut_off_or_contradicts_itself_is_no_packet_and_leaves_the_view(String hex) {
        read("80 " + FIXED + "77");
        assertThat(read(hex)).isFalse();
        assertThat(view.sequence()).isEqualTo(0x1234);
        assertThat(view.payloadLength()).isOne();
    }

    @Test
    void fields_are_changed_one_by_one() {
        Packet packet = Samples.packet(packets, "80 " + FIXED);
        view.read(packet);
        view.payloadType(127);
        assertThat(view.marker()).isTrue();
        view.marker(false);
        assertThat(view.payloadType()).isEqualTo(127);
        view.sequence(0x1_ffff);
        view.timestamp(-1);
        view.ssrc(5);
        assertThat(view.marker()).isFalse();
        assertThat(view.sequence()).isEqualTo(0xffff);
        assertThat(view.timestamp()).isEqualTo(0xffff_ffffL);
        assertThat(view.ssrc()).isEqualTo(5);
        view.marker(true);
        assertThat(view.marker()).isTrue();
    }

    private boolean read(String hex) {
        return view.read(Samples.packet(packets, hex));
    }
}
