package dev.belfry.rtc.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtp.Depayloader;
import dev.belfry.rtc.rtp.Payloader;
import dev.belfry.rtc.rtp.RtpPacket;
import dev.belfry.rtc.rtp.RtpStream;
import dev.belfry.rtc.rtp.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoReceiveBufferTest {
    private static final long MILLI = 1_000_000;
    private static final int FIRST = 65_534;
    private static final int PACKETS = 3;

    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(4000);
    private final RtpStream stream = Samples.stream(packets, FIRST);
    private final Payloader vp8 = Payloader.of(Codec.VP8, 32_766);
    private final VideoReceiveBuffer buffer = buffer(Codec.VP8);
    private final RtpPacket view = new RtpPacket();
    private final int[] asked = new int[16];
    private long now = 5_000 * MILLI;
    private int number;

    @AfterEach
    void nothing_leaks() {
        buffer.close();
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    @Test
    void a_whole_frame_whose_turn_it_is_passes_at_once() {
        insert(frame(true), 0, 1, 2);
        assertThat(out()).containsExactly("key 0");
        insert(frame(false), 0, 1, 2);
        assertThat(out()).containsExactly("1");
        assertThat(buffer.counts().framesReceived()).isEqualTo(2);
        assertThat(buffer.counts().keyFramesReceived()).isOne();
        assertThat(buffer.counts().waitedNanos()).isZero();
        assertThat(buffer.delay(now)).isNegative();
    }

    @Test
    void packets_out_of_order_are_put_in_order_and_not_asked_for() {
        insert(frame(true), 1, 0, 2);
        List<Packet> first = frame(false);
        List<Packet> second = frame(false);
        insert(first, 2, 0);
        insert(second, 1, 0, 2);
        assertThat(out()).containsExactly("key 0");
        now += 7 * MILLI;
        assertThat(nacks()).isEmpty();
        assertThat(buffer.delay(now)).isEqualTo(MILLI);
        insert(first, 1);
        assertThat(out()).containsExactly("1", "2");
        assertThat(buffer.counts().waitedNanos()).isEqualTo(14 * MILLI);
    }

    @Test
    void what_is_missing_is_asked_for_once_a_round_trip_and_ten_times_at_most() {
        buffer.roundTrip(80 * MILLI);
        insert(frame(true), 0, 1, 2);
        out();
        List<Packet> lossy = frame(false);
        insert(lossy, 0, 2);
        now += 8 * MILLI;
        assertThat(nacks()).containsExactly((FIRST + 4) & 0xffff);
        now += 89 * MILLI;
        assertThat(nacks()).isEmpty();
        assertThat(buffer.delay(now)).isEqualTo(MILLI);
        for (int i = 0; i < 9; i++) {
            now += 90 * MILLI;
            assertThat(nacks()).hasSize(1);
        }
        now += 90 * MILLI;
        assertThat(nacks()).isEmpty();
        assertThat(buffer.counts().packetsRequested()).isEqualTo(10);
        release(lossy, 1);
    }

    @Test
    void more_missing_than_fit_are_asked_for_in_turn() {
        insert(frame(true), 0, 1, 2);
        List<Packet> lost = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            lost.addAll(frame(false));
        }
        insert(frame(false), 0, 1, 2);
        now += 8 * MILLI;
        assertThat(nacks()).hasSize(16);
        assertThat(nacks()).hasSize(5);
        assertThat(nacks()).isEmpty();
        lost.forEach(Packet::release);
    }

    @Test
    void after_giving_up_nothing_passes_before_a_key_frame_which_is_asked_for_again_and_again() {
        buffer.roundTrip(20 * MILLI);
        insert(frame(true), 0, 1, 2);
        out();
        release(frame(false), 0, 1, 2);
        insert(frame(false), 0, 1, 2);
        now += 199 * MILLI;
        assertThat(out()).isEmpty();
        assertThat(buffer.wantsKeyFrame(now)).isFalse();
        now += MILLI;
        assertThat(out()).isEmpty();
        assertThat(buffer.wantsKeyFrame(now)).isTrue();
        assertThat(buffer.wantsKeyFrame(now)).isFalse();
        assertThat(buffer.delay(now)).isEqualTo(120 * MILLI);
        insert(frame(false), 0, 1, 2);
        assertThat(out()).isEmpty();
        now += 120 * MILLI;
        assertThat(buffer.wantsKeyFrame(now)).isTrue();
        List<Packet> key = frame(true);
        insert(key, 0);
        now += 120 * MILLI;
        assertThat(buffer.wantsKeyFrame(now)).as("one is on its way").isFalse();
        insert(key, 1, 2);
        assertThat(out()).containsExactly("key 4");
        insert(frame(false), 0, 1, 2);
        assertThat(out()).containsExactly("5");
        assertThat(buffer.counts().framesDropped()).isEqualTo(2);
        assertThat(buffer.counts().keyFramesRequested()).isEqualTo(2);
    }

    @Test
    void the_limit_grows_with_the_round_trip_to_a_second() {
        buffer.roundTrip(2_000 * MILLI);
        insert(frame(true), 0, 1, 2);
        out();
        release(frame(false), 0, 1, 2);
        insert(frame(false), 0, 1, 2);
        now += 999 * MILLI;
        out();
        assertThat(buffer.wantsKeyFrame(now)).isFalse();
        now += MILLI;
        out();
        assertThat(buffer.wantsKeyFrame(now)).isTrue();
    }

    @Test
    void a_whole_key_frame_makes_what_is_missing_before_it_needless() {
        insert(frame(true), 0, 1, 2);
        out();
        List<Packet> lost = frame(false);
        insert(frame(true), 0, 1, 2);
        assertThat(out()).isEmpty();
        assertThat(buffer.delay(now)).isEqualTo(8 * MILLI);
        now += 8 * MILLI;
        assertThat(out()).containsExactly("key 2");
        assertThat(nacks()).isEmpty();
        insert(lost, 0, 1, 2);
        assertThat(out()).isEmpty();
        assertThat(buffer.counts().packetsDiscarded()).isEqualTo(3);
    }

    @Test
    void a_key_frame_not_yet_whole_is_passed_over_for_one_that_is() {
        insert(frame(true), 0, 1, 2);
        out();
        release(frame(false), 0, 1, 2);
        List<Packet> cut = frame(true);
        insert(cut, 0, 2);
        insert(frame(false), 0, 1, 2);
        insert(frame(true), 0, 1, 2);
        now += 8 * MILLI;
        assertThat(out()).containsExactly("key 4");
        release(cut, 1);
    }

    @Test
    void what_comes_twice_is_dropped() {
        List<Packet> key = frame(true);
        key.get(0).retain();
        insert(key, 0, 0, 1, 2);
        assertThat(out()).containsExactly("key 0");
        assertThat(buffer.counts().packetsDiscarded()).isOne();
    }

    @Test
    void lost_packets_that_only_filled_the_line_hold_nothing_up_where_pictures_are_numbered() {
        insert(frame(true), 0, 1, 2);
        filler().release();
        filler().release();
        insert(frame(false), 0, 1, 2);
        assertThat(out()).containsExactly("key 0", "1");
        assertThat(nacks()).isEmpty();
    }

    @Test
    void packets_that_only_fill_the_line_are_passed_over() {
        insert(List.of(filler()), 0);
        insert(frame(true), 0, 1, 2);
        insert(List.of(filler()), 0);
        insert(frame(false), 0, 1, 2);
        assertThat(out()).containsExactly("key 0", "1");
    }

    @Test
    void a_stream_that_begins_in_the_middle_of_a_frame_waits_for_a_key_frame() {
        List<Packet> cut = frame(false);
        insert(cut, 1, 2);
        release(cut, 0);
        insert(frame(false), 0, 1, 2);
        assertThat(buffer.wantsKeyFrame(now)).isFalse();
        now += 8 * MILLI;
        assertThat(out()).isEmpty();
        assertThat(buffer.wantsKeyFrame(now)).isTrue();
        insert(frame(true), 0, 1, 2);
        assertThat(out()).containsExactly("key 2");
    }

    @Test
    void a_stream_whose_first_packets_come_in_reverse_loses_none() {
        insert(frame(true), 2, 1, 0);
        assertThat(out()).containsExactly("key 0");
        assertThat(buffer.wantsKeyFrame(now)).isFalse();
    }

    @Test
    void a_leap_of_the_sequence_numbers_starts_anew_at_the_next_key_frame() {
        insert(frame(true), 0, 1, 2);
        out();
        for (int i = 0; i < 200; i++) {
            release(frame(false), 0, 1, 2);
        }
        insert(frame(false), 0, 1, 2);
        assertThat(out()).isEmpty();
        assertThat(nacks()).isEmpty();
        assertThat(buffer.wantsKeyFrame(now)).isTrue();
        insert(frame(true), 0, 1, 2);
        assertThat(out()).containsExactly("key 202");
    }

    @Test
    void a_sender_that_starts_over_with_lower_numbers_is_followed() {
        insert(frame(true), 0, 1, 2);
        out();
        RtpStream again = Samples.stream(packets, FIRST - 20_000);
        insert(frame(again, vp8, Codec.VP8, true), 0, 1, 2);
        assertThat(out()).as("the first packet is taken to be late").isEmpty();
        insert(frame(again, vp8, Codec.VP8, true), 0, 1, 2);
        now += 8 * MILLI;
        assertThat(out()).containsExactly("key 2");
        assertThat(buffer.counts().packetsDiscarded()).isOne();
    }

    @Test
    void a_payload_that_is_no_vp8_costs_its_frame_and_a_key_frame_is_asked_for() {
        insert(frame(true), 0, 1, 2);
        List<Packet> bad = frame(false);
        view.read(bad.get(1));
        bad.get(1).range(bad.get(1).offset(), view.headerLength() + 1);
        insert(bad, 0, 1, 2);
        insert(frame(false), 0, 1, 2);
        assertThat(out()).containsExactly("key 0");
        assertThat(buffer.wantsKeyFrame(now)).isTrue();
        insert(frame(true), 0, 1, 2);
        assertThat(out()).containsExactly("key 3");
    }

    @Test
    void a_decoder_that_fails_gets_a_key_frame_next() {
        insert(frame(true), 0, 1, 2);
        out();
        buffer.requireKeyFrame(now);
        insert(frame(false), 0, 1, 2);
        assertThat(out()).isEmpty();
        assertThat(buffer.wantsKeyFrame(now)).isTrue();
        insert(frame(true), 0, 1, 2);
        assertThat(out()).containsExactly("key 2");
    }

    @ParameterizedTest
    @EnumSource(names = {"VP8", "VP9", "H264"})
    void a_frame_whose_last_packet_is_not_marked_ends_where_the_next_begins(Codec codec) {
        Payloader payloader = Payloader.of(codec, 5);
        try (VideoReceiveBuffer other = buffer(codec)) {
            List<Packet> key = frame(stream, payloader, codec, true);
            view.read(key.get(key.size() - 1));
            view.marker(false);
            List<Packet> delta = frame(stream, payloader, codec, false);
            key.forEach(packet -> insert(other, packet));
            assertThat(out(other)).isEmpty();
            delta.forEach(packet -> insert(other, packet));
            assertThat(out(other)).containsExactly("key 0", "1");
        }
    }

    @Test
    void an_h264_frame_without_parameters_begins_behind_the_marked_packet() {
        Payloader payloader = Payloader.of(Codec.H264, 0);
        try (VideoReceiveBuffer other = buffer(Codec.H264)) {
            frame(stream, payloader, Codec.H264, true).forEach(packet -> insert(other, packet));
            List<Packet> delta = frame(stream, payloader, Codec.H264, false);
            List<Packet> next = frame(stream, payloader, Codec.H264, false);
            next.forEach(packet -> insert(other, packet));
            assertThat(out(other)).containsExactly("key 0");
            for (int i = delta.size() - 1; i >= 0; i--) {
                insert(other, delta.get(i));
            }
            assertThat(out(other)).containsExactly("1", "2");
        }
    }

    @Test
    void nothing_is_wanted_of_a_stream_that_has_not_begun() {
        assertThat(buffer.wantsKeyFrame(now)).isFalse();
        assertThat(buffer.delay(now)).isNegative();
        assertThat(nacks()).isEmpty();
        assertThat(out()).isEmpty();
    }

    private VideoReceiveBuffer buffer(Codec codec) {
        return new VideoReceiveBuffer(Depayloader.of(codec), frames);
    }

    /** Returns the packets of the next frame, three of them but for H.264. */
    private List<Packet> frame(boolean key) {
        return frame(stream, vp8, Codec.VP8, key);
    }

    private List<Packet> frame(RtpStream from, Payloader payloader, Codec codec, boolean key) {
        List<Packet> list = new ArrayList<>();
        EncodedFrame frame = Samples.frame(frames, codec, key, 1000 * PACKETS - 20, number++);
        assertThat(payloader.cut(frame, from, 1000, list)).isTrue();
        frame.release();
        return list;
    }

    private Packet filler() {
        List<Packet> opus = new ArrayList<>();
        EncodedFrame frame = Samples.frame(frames, Codec.OPUS, true, 1, 0);
        Payloader.of(Codec.OPUS, 0).cut(frame, stream, 1000, opus);
        frame.release();
        Packet packet = opus.get(0);
        packet.range(packet.offset(), packet.length() - 1);
        return packet;
    }

    private void insert(List<Packet> frame, int... indices) {
        for (int index : indices) {
            insert(buffer, frame.get(index));
        }
    }

    private void insert(VideoReceiveBuffer into, Packet packet) {
        assertThat(view.read(packet)).isTrue();
        into.insert(packet, view, now);
    }

    private static void release(List<Packet> frame, int... indices) {
        for (int index : indices) {
            frame.get(index).release();
        }
    }

    private List<String> out() {
        return out(buffer);
    }

    private List<String> out(VideoReceiveBuffer from) {
        List<String> names = new ArrayList<>();
        for (EncodedFrame frame = from.poll(now); frame != null; frame = from.poll(now)) {
            names.add((frame.isKeyFrame() ? "key " : "") + (frame.timestamp() - 1_000_000) / 3000);
            frame.release();
        }
        return names;
    }

    private List<Integer> nacks() {
        int count = buffer.nacks(now, asked);
        return Arrays.stream(asked).limit(count).boxed().toList();
    }
}
