package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderExtensionMapTest {
    private static final Map<HeaderExtension, Integer> SHORT = Map.of(
            HeaderExtension.MID, 4,
            HeaderExtension.TRANSPORT_SEQUENCE, 3,
            HeaderExtension.ABS_SEND_TIME, 2,
            HeaderExtension.AUDIO_LEVEL, 1,
            HeaderExtension.ABS_CAPTURE_TIME, 14);
    private static final Map<HeaderExtension, Integer> LONG = Map.of(
            HeaderExtension.MID, 4,
            HeaderExtension.TRANSPORT_SEQUENCE, 16,
            HeaderExtension.ABS_SEND_TIME, 255,
            HeaderExtension.AUDIO_LEVEL, 1,
            HeaderExtension.ABS_CAPTURE_TIME, 14);

    private final PacketPool packets = new PacketPool();
    private final RtpPacket view = new RtpPacket();

    /** The example of RFC 8285 section 4.2, with identifiers 1, 2 and 3. */
    @Test
    void elements_of_the_one_byte_form_are_found_between_padding() {
        read("bede 0003  10 aa 21 bb cc 00 00 33 d0 d1 d2 d3");
        assertThat(length(1)).isOne();
        assertThat(length(2)).isEqualTo(2);
        assertThat(length(3)).isEqualTo(4);
        assertThat(length(4)).isNegative();
        assertThat(map(HeaderExtension.TRANSPORT_SEQUENCE, 2).transportSequence(view))
                .isEqualTo(0xbbcc);
    }

    /** The example of RFC 8285 section 4.3, with identifiers 1, 2 and 3. */
    @Test
    void elements_of_the_two_byte_form_are_found_between_padding() {
        read("1000 0003  01 00 02 01 aa 00 03 04 d0 d1 d2 d3");
        assertThat(length(1)).isZero();
        assertThat(length(2)).isOne();
        assertThat(length(3)).isEqualTo(4);
        assertThat(map(HeaderExtension.MID, 1).mid(view)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bede 0001 1f 00 00 00", // longer than the block
                "bede 0001 f0 aa 10 bb", // 15 ends it
                "bede 0001 01 aa 10 bb", // zero with a length ends it
                "1000 0001 01 03 00 00", // longer than the block
                "1000 0001 00 00 00 01", // no place for a length
                "abcd 0001 10 aa 00 00", // another profile
                "bede 0000"
            })
    void what_cannot_be_told_is_taken_as_absent(String hex) {
        read(hex);
        assertThat(length(1)).isNegative();
        assertThat(map(HeaderExtension.AUDIO_LEVEL, 1).audioLevel(view)).isEqualTo(-1);
        assertThat(map(HeaderExtension.AUDIO_LEVEL, 1).isSpeech(view)).isFalse();
    }

    @Test
    void a_value_too_short_is_taken_as_absent() {
        read("bede 0001 10 aa 00 00");
        assertThat(map(HeaderExtension.TRANSPORT_SEQUENCE, 1).transportSequence(view))
                .isEqualTo(-1);
        assertThat(map(HeaderExtension.TRANSPORT_SEQUENCE, 1).transportSequence(view, 7))
                .isFalse();
        assertThat(map(HeaderExtension.ABS_SEND_TIME, 1).absSendTime(view)).isEqualTo(-1);
        assertThat(map(HeaderExtension.ABS_SEND_TIME, 1).absSendTime(view, 7)).isFalse();
        assertThat(map(HeaderExtension.ABS_CAPTURE_TIME, 1).absCaptureTime(view))
                .isZero();
        assertThat(HeaderExtensionMap.NONE.mid(view)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true, audio", "false, audio", "true, a-name-longer-than-sixteen-bytes"})
    void what_a_stream_writes_is_read_again(boolean oneByte, String mid) {
        HeaderExtensionMap map = new HeaderExtensionMap(oneByte ? SHORT : LONG);
        NtpClock clock = new NtpClock(Instant.parse("2026-01-01T00:00:00Z"), 0);
        RtpStream stream = new RtpStream(packets, clock, 7, 65_535, 0);
        stream.negotiated(map, mid, 111);
        stream.audioLevel(30, true);
        List<Packet> out = new ArrayList<>();
        try (EncodedFramePool frames = new EncodedFramePool(100)) {
            EncodedFrame frame = Samples.frame(frames, Codec.OPUS, true, 10, 3);
            frame.describe(Codec.OPUS, true, 960, 5_000_000, 3);
            Payloader.of(Codec.OPUS, 0).cut(frame, stream, 1200, out);
            Payloader.of(Codec.OPUS, 0).cut(frame, stream, 1200, out);
        }
        assertThat(view.read(out.get(0))).isTrue();
        assertThat(view.payloadLength()).isEqualTo(10);
        assertThat(view.payloadType()).isEqualTo(111);
        assertThat(view.sequence()).isEqualTo(65_535);
        assertThat(stream.nextSequence()).isOne();
        assertThat(map.mid(view)).isEqualTo(mid);
        assertThat(map.audioLevel(view)).isEqualTo(30);
        assertThat(map.isSpeech(view)).isTrue();
        assertThat(map.absCaptureTime(view)).isEqualTo(clock.at(5_000_000));
        assertThat(map.transportSequence(view, 0xfffe)).isTrue();
        assertThat(map.absSendTime(view, 0xabcdef)).isTrue();
        assertThat(map.transportSequence(view)).isEqualTo(0xfffe);
        assertThat(map.absSendTime(view)).isEqualTo(0xabcdef);
        assertThat(map.mid(view)).isEqualTo(mid);
    }

    @Test
    void a_stream_without_extensions_writes_none() {
        Packet packet = Samples.stream(packets, 9).next();
        view.read(packet);
        assertThat(view.headerLength()).isEqualTo(RtpPacket.HEADER_LENGTH);
    }

    @Test
    void a_name_too_long_for_packets_is_refused() {
        assertThatThrownBy(() -> Samples.stream(packets, 9).negotiated(HeaderExtensionMap.NONE, "m".repeat(33), 96))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 15, 256})
    void an_identifier_that_cannot_be_is_refused(int id) {
        assertThatThrownBy(() -> map(HeaderExtension.MID, id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_identifier_for_two_is_refused() {
        assertThatThrownBy(() -> new HeaderExtensionMap(Map.of(HeaderExtension.MID, 1, HeaderExtension.AUDIO_LEVEL, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void read(String extension) {
        assertThat(view.read(Samples.packet(packets, "90 60 0001 00000001 00000001" + extension)))
                .isTrue();
    }

    private int length(int id) {
        int position = view.extension(id);
        return position < 0 ? -1 : ExtensionBlock.length(position);
    }

    private static HeaderExtensionMap map(HeaderExtension extension, int id) {
        return new HeaderExtensionMap(Map.of(extension, id));
    }
}
