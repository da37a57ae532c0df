package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayloadRoundTripTest {
    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(1000);
    private final RtpStream stream = Samples.stream(packets, 65_530);
    private final List<Packet> out = new ArrayList<>();
    private final RtpPacket view = new RtpPacket();

    @AfterEach
    void nothing_leaks() {
        out.forEach(Packet::release);
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void frames_of_any_size_come_back_as_they_were(Codec codec) {
        Payloader payloader = Payloader.of(codec, 32_700);
        FrameAssembler assembler = new FrameAssembler(Depayloader.of(codec), frames);
        for (int i = 0; i < 400; i++) {
            boolean key = i % 10 == 0;
            int size = i < 200 ? i + 20 : i * i;
            int limit = 64 + (i * 37) % (1400 - 64);
            check(codec, payloader, assembler, key, size, limit, i);
        }
    }

    private void check(
            Codec codec, Payloader payloader, FrameAssembler assembler, boolean key, int size, int limit, int number) {
        EncodedFrame frame = Samples.frame(frames, codec, key, size, number);
        assertThat(payloader.cut(frame, stream, limit, out)).isTrue();
        checkPackets(limit);
        EncodedFrame back = Objects.requireNonNull(assembler.assemble(out, frame.timestamp(), number));
        assertThat(Samples.bytes(back)).isEqualTo(Samples.bytes(frame));
        assertThat(back.isKeyFrame()).isEqualTo(key);
        assertThat(back.codec()).isEqualTo(codec);
        assertThat(back.timestamp()).isEqualTo(frame.timestamp());
        assertThat(back.sequence()).isEqualTo(number);
        frame.release();
        back.release();
        out.forEach(Packet::release);
        out.clear();
    }

    private void checkPackets(int limit) {
        int expected = -1;
        for (int i = 0; i < out.size(); i++) {
            assertThat(view.read(out.get(i))).isTrue();
            assertThat(view.payloadLength()).isBetween(1, limit);
            assertThat(view.marker()).isEqualTo(i == out.size() - 1);
            assertThat(expected < 0 || view.sequence() == (expected & 0xffff)).isTrue();
            expected = view.sequence() + 1;
        }
    }

    @ParameterizedTest
    @CsvSource({"VP8, 3000, 1000", "VP9, 3000, 1000", "VP8, 1001, 1000", "VP9, 20000, 1137"})
    void fragments_are_of_about_equal_size(Codec codec, int size, int limit) {
        EncodedFrame frame = Samples.frame(frames, codec, true, size, 1);
        Payloader.of(codec, 0).cut(frame, stream, limit, out);
        List<Integer> lengths = new ArrayList<>();
        for (Packet packet : out) {
            view.read(packet);
            lengths.add(view.payloadLength());
        }
        assertThat(lengths).hasSize(-Math.floorDiv(-size, limit - (codec == Codec.VP8 ? 4 : 3)));
        assertThat(lengths.stream().mapToInt(x -> x).max().orElseThrow()
                        - lengths.stream().mapToInt(x -> x).min().orElseThrow())
                .isLessThanOrEqualTo(1);
        frame.release();
    }

    @Test
    void opus_goes_one_frame_to_a_packet_without_a_marker() {
        EncodedFrame frame = Samples.frame(frames, Codec.OPUS, true, 160, 7);
        assertThat(Payloader.of(Codec.OPUS, 0).cut(frame, stream, 1200, out)).isTrue();
        assertThat(out).hasSize(1);
        view.read(out.get(0));
        assertThat(view.marker()).isFalse();
        assertThat(view.payloadLength()).isEqualTo(160);
        assertThat(view.timestamp()).isEqualTo(1_000_000 + 7 * 1600);
        EncodedFrame back =
                Objects.requireNonNull(new FrameAssembler(Depayloader.of(Codec.OPUS), frames).assemble(out, 1, 1));
        assertThat(Samples.bytes(back)).isEqualTo(Samples.bytes(frame));
        assertThat(back.isKeyFrame()).isTrue();
        frame.release();
        back.release();
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_frame_a_huge_one_and_one_of_another_codec_are_not_cut(Codec codec) {
        Payloader payloader = Payloader.of(codec, 0);
        EncodedFrame frame = frames.take();
        frame.start(0).flip();
        frame.describe(codec, true, 0, 0, 0);
        assertThat(payloader.cut(frame, stream, 1200, out)).isFalse();
        frame.start(Payloader.MAX_FRAME + 1);
        assertThat(payloader.cut(frame, stream, 1200, out)).isFalse();
        frame.start(10).flip().limit(10);
        frame.describe(codec == Codec.VP8 ? Codec.VP9 : Codec.VP8, true, 0, 0, 0);
        assertThat(payloader.cut(frame, stream, 1200, out)).isFalse();
        assertThat(out).isEmpty();
        frame.release();
    }

    @ParameterizedTest
    @EnumSource
    void a_limit_that_no_packet_can_keep_is_refused(Codec codec) {
        EncodedFrame frame = Samples.frame(frames, codec, true, 100, 1);
        Payloader payloader = Payloader.of(codec, 0);
        assertThatThrownBy(() -> payloader.cut(frame, stream, 63, out)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> payloader.cut(frame, stream, 1401, out)).isInstanceOf(IllegalArgumentException.class);
        frame.release();
    }
}
