package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H264PayloaderTest {
    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(100);
    private final List<Packet> out = new ArrayList<>();
    private final RtpPacket view = new RtpPacket();

    @Test
    void units_that_fit_go_together_with_the_greatest_importance() {
        assertThat(cut("00000001 2742 000001 48ce 00000001 058884 00", 1200))
                .containsExactly("58 0002 2742 0002 48ce 0003 058884".replace(" ", ""));
    }

    @Test
    void a_unit_alone_goes_as_it_is() {
        assertThat(cut("000001 419a01", 1200)).containsExactly("419a01");
    }

    @Test
    void delimiters_fillers_and_zeros_between_units_are_left_out() {
        assertThat(cut("0000 000001 0910 000000 000001 419a01 000000 000001 0cffff80 000001", 1200))
                .containsExactly("419a01");
    }

    @Test
    void a_unit_that_does_not_fit_is_cut_behind_its_header() {
        String unit = "65" + "ab".repeat(100);
        List<String> payloads = cut("00000001" + unit, 64);
        assertThat(payloads).containsExactly("7c85" + "ab".repeat(50), "7c45" + "ab".repeat(50));
        view.read(out.get(0));
        assertThat(view.marker()).isFalse();
        view.read(out.get(1));
        assertThat(view.marker()).isTrue();
    }

    @Test
    void small_units_after_a_cut_one_are_still_the_frame_and_the_last_is_marked() {
        assertThat(cut("000001 65" + "ab".repeat(70) + "000001 0601 000001 0602", 64))
                .hasSize(3)
                .last()
                .isEqualTo("18 0002 0601 0002 0602".replace(" ", ""));
        view.read(out.get(1));
        assertThat(view.marker()).isFalse();
        view.read(out.get(2));
        assertThat(view.marker()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "419a01", "000001", "00000001 0910", "000001 78aabb", "000001 00"})
    void bytes_without_a_unit_that_may_be_sent_are_not_cut(String hex) {
        assertThat(cut(hex, 1200)).isEmpty();
    }

    private List<String> cut(String hex, int limit) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        EncodedFrame frame = Samples.frame(frames, Codec.H264, true, bytes, 1);
        assertThat(Payloader.of(Codec.H264, 0).cut(frame, Samples.stream(packets, 1), limit, out))
                .isEqualTo(!out.isEmpty());
        frame.release();
        return out.stream().map(this::payload).toList();
    }

    private String payload(Packet packet) {
        view.read(packet);
        return HexFormat.of()
                .formatHex(Arrays.copyOfRange(
                        view.bytes(), view.payloadOffset(), view.payloadOffset() + view.payloadLength()));
    }
}
