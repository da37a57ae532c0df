package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtxStreamTest {
    private final PacketPool packets = new PacketPool();
    private final RtxStream rtx = new RtxStream(packets, 0xcafe, 65_535);
    private final RtpPacket view = new RtpPacket();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80 e0 1234 89abcdef fedcba98 0102030405",
                "80 e0 1234 89abcdef fedcba98",
                "90 60 ffff 89abcdef fedcba98 bede0001 10aa0000 0102030405",
                "b1 60 0000 89abcdef fedcba98 00000001 bede0001 10aa0000 0102 000003"
            })
    void a_packet_is_what_it_was_once_unwrapped(String hex) {
        Packet original = Samples.packet(packets, hex);
        byte[] before = bytes(original);

        Packet wrapped = Objects.requireNonNull(rtx.wrap(original, 97));

        assertThat(bytes(original)).isEqualTo(before);
        assertThat(view.read(wrapped)).isTrue();
        assertThat(view.ssrc()).isEqualTo(0xcafe);
        assertThat(view.payloadType()).isEqualTo(97);
        assertThat(view.sequence()).isEqualTo(65_535);
        assertThat(wrapped.length()).isEqualTo(before.length + 2);
        assertThat(RtxStream.unwrap(wrapped, view, 0xfedc_ba98L, 96)).isTrue();
        assertThat(bytes(wrapped)).isEqualTo(before);
    }

    @Test
    void its_packets_have_numbers_of_their_own_that_wrap() {
        Packet original = Samples.withPayload(packets, "01");
        view.read(Objects.requireNonNull(rtx.wrap(original, 97)));
        assertThat(view.sequence()).isEqualTo(65_535);
        view.read(Objects.requireNonNull(rtx.wrap(original, 97)));
        assertThat(view.sequence()).isZero();
    }

    @Test
    void a_packet_that_only_fills_the_line_holds_no_other() {
        Packet padding = Samples.packet(packets, "a0 61 0001 00000001 0000cafe 000003");
        view.read(padding);
        assertThat(RtxStream.unwrap(padding, view, 1, 96)).isFalse();
        assertThat(view.ssrc()).isEqualTo(0xcafe);
        assertThat(padding.length()).isEqualTo(15);
    }

    @Test
    void the_longest_packet_can_be_wrapped() {
        byte[] bytes = new byte[Packet.MAX_LENGTH];
        bytes[0] = (byte) 0x80;
        Packet wrapped = Objects.requireNonNull(rtx.wrap(Samples.packet(packets, bytes), 97));
        assertThat(wrapped.length()).isEqualTo(Packet.MAX_LENGTH + 2);
    }

    @Test
    void what_is_no_rtp_is_not_wrapped() {
        assertThat(rtx.wrap(Samples.packet(packets, "00"), 97)).isNull();
    }

    private static byte[] bytes(Packet packet) {
        return Arrays.copyOfRange(packet.bytes(), packet.offset(), packet.end());
    }
}
