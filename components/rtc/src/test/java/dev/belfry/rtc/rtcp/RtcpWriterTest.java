package dev.belfry.rtc.rtcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes are laid out by hand from the figures in the cited sections. */
class RtcpWriterTest {
    private static final long LOCAL = 0xCAFE_BABEL;
    private static final long REMOTE = 0x1234_5678L;

    private final Packet packet = new PacketPool().take();
    private final RtcpWriter writer = new RtcpWriter();

    @BeforeEach
    void start() {
        writer.start(packet, 1200);
    }

    @Test
    void a_compound_packet_is_laid_out_as_rfc_3550_section_6_4_1_shows() {
        assertThat(writer.senderReport(LOCAL, 0xE5A1_0002_8000_0000L, 90_000, 1000, 0xFFFF_FFFFL))
                .isTrue();
        assertThat(writer.reportBlock(
                        new ReportBlock().received(REMOTE, 64, -2, 0x0001_FFFEL).timing(300, 0x0002_8000, 0x0001_0000)))
                .isTrue();
        assertThat(writer.canonicalName(LOCAL, "belfry".getBytes(UTF_8))).isTrue();

        assertThat(Told.hex(packet))
                .isEqualTo("81c8000c" + "cafebabe" + "e5a1000280000000" + "00015f90" + "000003e8" + "ffffffff"
                        + "12345678" + "40fffffe" + "0001fffe" + "0000012c" + "00028000" + "00010000"
                        + "81ca0004" + "cafebabe" + "010662656c66727900000000");
        assertThat(Told.of(packet))
                .containsExactly(
                        "SR cafebabe ntp e5a1000280000000 rtp 90000 packets 1000 octets 4294967295",
                        "block of cafebabe on 12345678 fraction 64 lost -2 highest 1fffe jitter 300 lsr 28000 dlsr 10000",
                        "CNAME cafebabe belfry",
                        "true");
    }

    @Test
    void a_receiver_report_takes_up_to_31_blocks() {
        writer.receiverReport(LOCAL);
        ReportBlock block = new ReportBlock().received(REMOTE, 0, 0, 7);
        for (int i = 0; i < 31; i++) {
            assertThat(writer.reportBlock(block)).isTrue();
        }
        assertThat(writer.reportBlock(block)).isFalse();
        assertThat(Told.hex(packet)).startsWith("9fc900bb" + "cafebabe");
        assertThat(Told.of(packet)).hasSize(33).endsWith("true");
    }

    @Test
    void missing_packets_share_masks_as_rfc_4585_section_6_2_1_shows() {
        for (int missing : new int[] {65_530, 65_531, 10, 11, 12, 200}) {
            assertThat(writer.nack(LOCAL, REMOTE, missing)).isTrue();
        }
        // 65530 + 16 = 10: the last bit of the first mask
        assertThat(Told.hex(packet))
                .isEqualTo("81cd0005" + "cafebabe" + "12345678" + "fffa8001" + "000b0001" + "00c80000");
        assertThat(Told.of(packet))
                .containsExactly(
                        "NACK cafebabe 12345678 65530",
                        "NACK cafebabe 12345678 65531",
                        "NACK cafebabe 12345678 10",
                        "NACK cafebabe 12345678 11",
                        "NACK cafebabe 12345678 12",
                        "NACK cafebabe 12345678 200",
                        "true");
    }

    @Test
    void another_streams_missing_packets_are_a_part_of_their_own() {
        writer.nack(LOCAL, REMOTE, 1);
        writer.nack(LOCAL, REMOTE + 1, 2);
        assertThat(Told.hex(packet)).isEqualTo("81cd0003cafebabe1234567800010000" + "81cd0003cafebabe1234567900020000");
    }

    @Test
    void key_frames_are_asked_for_as_rfc_4585_section_6_3_1_and_rfc_5104_section_4_3_1_show() {
        writer.pictureLoss(LOCAL, REMOTE);
        writer.fullIntraRequest(LOCAL, REMOTE, 255);
        assertThat(Told.hex(packet))
                .isEqualTo("81ce0002cafebabe12345678" + "84ce0004cafebabe00000000" + "12345678ff000000");
        assertThat(Told.of(packet)).containsExactly("PLI cafebabe 12345678", "FIR cafebabe 12345678 255", "true");
    }

    @Test
    void a_bitrate_is_a_mantissa_and_an_exponent() {
        writer.maximumBitrate(LOCAL, 1_000_000, new long[] {REMOTE, 0xFFFF_FFFFL, 1}, 2);
        // 1,000,000 = 250,000 << 2
        assertThat(Told.hex(packet))
                .isEqualTo("8fce0006cafebabe00000000" + "52454d42" + "020bd090" + "12345678ffffffff");
        assertThat(Told.of(packet)).containsExactly("REMB cafebabe 1000000", "true");
    }

    @Test
    void a_source_leaves() {
        writer.receiverReport(LOCAL);
        writer.goodbye(LOCAL);
        assertThat(Told.hex(packet)).isEqualTo("80c90001cafebabe" + "81cb0001cafebabe");
        assertThat(Told.of(packet)).containsExactly("RR cafebabe", "BYE cafebabe", "true");
    }

    @Test
    void what_has_no_room_is_not_begun() {
        writer.start(packet, 8);
        writer.receiverReport(LOCAL);
        String before = Told.hex(packet);

        assertThat(writer.reportBlock(new ReportBlock())).isFalse();
        assertThat(writer.senderReport(LOCAL, 0, 0, 0, 0)).isFalse();
        assertThat(writer.receiverReport(LOCAL)).isFalse();
        assertThat(writer.canonicalName(LOCAL, new byte[1])).isFalse();
        assertThat(writer.goodbye(LOCAL)).isFalse();
        assertThat(writer.nack(LOCAL, REMOTE, 1)).isFalse();
        assertThat(writer.pictureLoss(LOCAL, REMOTE)).isFalse();
        assertThat(writer.fullIntraRequest(LOCAL, REMOTE, 1)).isFalse();
        assertThat(writer.maximumBitrate(LOCAL, 1, new long[0], 0)).isFalse();
        assertThat(writer.transportFeedback(LOCAL, REMOTE, 0, 0, new long[] {1}, 1))
                .isZero();
        assertThat(Told.hex(packet)).isEqualTo(before);
    }

    @Test
    void a_missing_packet_without_room_leaves_those_before() {
        writer.start(packet, 16);
        assertThat(writer.nack(LOCAL, REMOTE, 1)).isTrue();
        assertThat(writer.nack(LOCAL, REMOTE, 17)).isTrue();
        assertThat(writer.nack(LOCAL, REMOTE, 18)).isFalse();
        assertThat(Told.hex(packet)).isEqualTo("81cd0003cafebabe1234567800018000");
    }

    @Test
    void every_name_is_padded_to_four_bytes() {
        for (int length = 0; length <= 255; length++) {
            packet.clear();
            writer.start(packet, 1200);
            byte[] name = new byte[length];
            Arrays.fill(name, (byte) 'n');
            assertThat(writer.canonicalName(LOCAL, name)).isTrue();
            writer.goodbye(REMOTE);
            assertThat(Told.of(packet)).containsExactly("CNAME cafebabe " + "n".repeat(length), "BYE 12345678", "true");
        }
    }

    @Test
    void a_block_needs_a_report() {
        ReportBlock block = new ReportBlock();
        assertThatThrownBy(() -> writer.reportBlock(block)).isInstanceOf(IllegalStateException.class);
        writer.goodbye(LOCAL);
        assertThatThrownBy(() -> writer.reportBlock(block)).isInstanceOf(IllegalStateException.class);
    }
}
