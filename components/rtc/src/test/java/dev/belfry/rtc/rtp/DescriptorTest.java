package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorTest {
    private final PacketPool packets = new PacketPool();
    private final RtpPacket view = new RtpPacket();
    private final PayloadDescriptor descriptor = new PayloadDescriptor();

    /** The examples of RFC 7741 section 4.6, then every other field of section 4.2. */
    @ParameterizedTest
    @CsvSource({
        "90 80 11 10 ff, true, true, 17, 7, 3", // 4.6.1: a key frame in a single packet
        "10 11 ff, true, false, -1, 0, 1", // 4.6.2: an interframe in a single packet, no PictureID
        "b1 80 11 ff, false, false, 17, 7, 3", // 4.6.3: its second partition
        "80 80 11 10, false, false, 17, 7, 3", // 4.6.4: a partition goes on
        "90 80 92 67 10, true, true, 4711, 15, 4", // 4.6.6: a long PictureID
        "90 f0 92 67 05 a9 11, true, false, 4711, 15, 6",
        "90 40 05 10, true, true, -1, 0, 3",
        "90 10 1f 10, true, true, -1, 0, 3",
        "90 00 10, true, true, -1, 0, 2"
    })
    void vp8_says_where_a_packet_belongs(
            String hex, boolean starts, boolean key, int picture, int pictureBits, int length) {
        check(Codec.VP8, hex, starts, key, picture, pictureBits, length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "90 80", "90 80 92", "90 80 92 67", "90 f0 92 67 05 a9", "90", "90 00", "80 80 11"})
    void vp8_cut_off_is_refused(String hex) {
        assertThat(describe(Codec.VP8, hex)).isFalse();
    }

    /** RFC 9628 section 4.2: flexible and not, with layers, references, and a scalability structure as browsers send. */
    @ParameterizedTest
    @CsvSource({
        "9c 92 67 83, true, true, 4711, 15, 3", // flexible, a key frame in one packet
        "dc 92 67 02 86, true, false, 4711, 15, 4", // one reference
        "d8 12 03 05 08 86, true, false, 18, 7, 5", // three references
        "84 92 67 aa, false, false, 4711, 15, 3", // the last packet
        "08 49, true, true, -1, 0, 1",
        "8a 92 67 18 0500 02d0 01 04 01 83, true, true, 4711, 15, 11", // a structure: one layer, one picture in a group
        "ae 92 67 00 07 08 02 00 80 83, true, true, 4711, 15, 9", // layer 0, a structure with a group of two
        "ac 92 67 02 07 83, false, true, 4711, 15, 5", // layer 1 of the picture
        "0a 60 83, true, true, -1, 0, 2", // a structure without sizes or group
    })
    void vp9_says_where_a_packet_belongs(
            String hex, boolean starts, boolean key, int picture, int pictureBits, int length) {
        check(Codec.VP9, hex, starts, starts && key, picture, pictureBits, length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08",
                "9c 92",
                "9c 92 67",
                "dc 92 67 03 05 07 86", // a fourth reference
                "dc 92 67 03",
                "d8 12 03 05",
                "a8 92 67",
                "8a 92 67",
                "8a 92 67 18 0500 02d0",
                "8a 92 67 18 0500 02d0 02 04 01 04",
                "8a 92 67 f8 0500 02d0 0500 02d0",
                "8a 92 67 08 ff 0c 01 01 01 0c"
            })
    void vp9_cut_off_is_refused(String hex) {
        assertThat(describe(Codec.VP9, hex)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "67 42, true, false, 0", // SPS
        "09 10, true, false, 0", // delimiter
        "65 88, false, true, 0", // IDR
        "41 9a, false, false, 0",
        "78 0002 6742 0002 68ce 0003 658880, true, true, 1", // STAP-A of SPS, PPS, IDR
        "38 0002 419a 0002 419b, false, false, 1",
        "7c 85 88, false, true, 2", // FU-A, first of an IDR
        "7c 05 88, false, true, 2",
        "7c 45 88, false, true, 2",
        "5c 81 88, false, false, 2",
        "7c 87 42, true, false, 2"
    })
    void h264_says_where_a_packet_belongs(String hex, boolean starts, boolean key, int length) {
        check(Codec.H264, hex, starts, key, -1, 0, length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "60", // no type
                "78", // an empty STAP-A
                "78 0002 67",
                "78 00",
                "78 0000 0002 6742",
                "78 0003 780001", // a STAP-A in a STAP-A
                "78 0002 6742 00",
                "7c 85", // an empty fragment
                "7c c5 88", // first and last
                "7c 98 88", // a fragment of a STAP-A
                "79 0001", // STAP-B
                "7d 85 00", // FU-B
                "7e", // reserved
                "7f"
            })
    void h264_that_mode_one_does_not_allow_is_refused(String hex) {
        assertThat(describe(Codec.H264, hex)).isFalse();
    }

    @Test
    void an_empty_payload_is_refused_by_all() {
        for (Codec codec : Codec.values()) {
            assertThat(describe(codec, "")).isFalse();
        }
    }

    @Test
    void h264_units_come_out_behind_start_codes() {
        assertThat(assemble(Codec.H264, "78 0002 6742 0002 68ce", "65 88 84", "7c 81 01 02", "7c 01 03", "7c 41 04"))
                .isEqualTo("00000001 6742 00000001 68ce 00000001 658884 00000001 61 01020304".replace(" ", ""));
    }

    @Test
    void many_tiny_units_in_one_packet_find_room() {
        assertThat(assemble(Codec.H264, "78" + "000141".repeat(400))).isEqualTo("0000000141".repeat(400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VP8; 10 01; 10 01",
                "VP8; 00 01",
                "VP9; 04 83",
                "VP9; 08 83; 08 83",
                "H264; 7c 01 03",
                "H264; 7c 81 03; 7c 81 04",
                "H264; 7c 81 03; 41 9a",
                "H264; 7c 81 03; 78 0002 419a",
                "OPUS; 01; 02"
            })
    void packets_that_do_not_go_together_make_no_frame(String packetsOfFrame) {
        String[] parts = packetsOfFrame.split(";", -1);
        assertThat(assemble(Codec.valueOf(parts[0]), Arrays.copyOfRange(parts, 1, parts.length)))
                .isEmpty();
    }

    private String assemble(Codec codec, String... payloads) {
        try (EncodedFramePool frames = new EncodedFramePool(8)) {
            List<Packet> list = Arrays.stream(payloads)
                    .map(payload -> Samples.withPayload(packets, payload))
                    .toList();
            EncodedFrame frame = new FrameAssembler(Depayloader.of(codec), frames).assemble(list, 0, 0);
            if (frame == null) {
                assertThat(frames.outstanding()).isZero();
                return "";
            }
            return HexFormat.of().formatHex(Samples.bytes(frame));
        }
    }

    private void check(Codec codec, String hex, boolean starts, boolean key, int picture, int pictureBits, int length) {
        assertThat(describe(codec, hex)).isTrue();
        assertThat(descriptor.startsFrame()).isEqualTo(starts);
        assertThat(descriptor.keyFrame()).isEqualTo(key);
        assertThat(descriptor.pictureId()).isEqualTo(picture);
        assertThat(descriptor.pictureBits()).isEqualTo(pictureBits);
        assertThat(descriptor.length()).isEqualTo(length);
    }

    private boolean describe(Codec codec, String hex) {
        assertThat(view.read(Samples.withPayload(packets, hex))).isTrue();
        return Depayloader.of(codec).describe(view, descriptor);
    }
}
