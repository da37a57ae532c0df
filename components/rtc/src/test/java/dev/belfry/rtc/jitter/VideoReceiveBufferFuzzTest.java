package dev.belfry.rtc.jitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.rtp.Depayloader;
import dev.belfry.rtc.rtp.RtpPacket;
import dev.belfry.rtc.rtp.Samples;
import java.nio.ByteBuffer;

class VideoReceiveBufferFuzzTest {
    private static final Codec[] CODECS = {Codec.VP8, Codec.VP9, Codec.H264};
    private static final long MILLI = 1_000_000;
    private static final int STEP = 6;

    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(1000);
    private final RtpPacket view = new RtpPacket();
    private final int[] asked = new int[8];
    private long now;
    private int sequence;
    private long timestamp;

    /** The input is a codec and steps: how far to go in sequence number, timestamp and time, and a payload. */
    @FuzzTest(maxDuration = "10m")
    void any_packets_make_frames_or_none_and_nothing_leaks(byte[] input) {
        if (input.length == 0) {
            return;
        }
        ByteBuffer steps = ByteBuffer.wrap(input, 1, input.length - 1);
        try (VideoReceiveBuffer buffer =
                new VideoReceiveBuffer(Depayloader.of(CODECS[(input[0] & 0xff) % CODECS.length]), frames)) {
            while (steps.remaining() >= STEP) {
                step(steps, buffer);
            }
            assertThat(packets.outstanding()).isLessThanOrEqualTo(PacketRing.CAPACITY);
        }
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }

    private void step(ByteBuffer steps, VideoReceiveBuffer buffer) {
        byte leap = steps.get();
        sequence += leap == Byte.MIN_VALUE ? 30_000 : leap;
        timestamp += steps.get() * 1000L;
        now += (steps.get() & 0xff) * MILLI;
        int flags = steps.get();
        Packet packet = Samples.withPayload(packets, "");
        int length = Math.min(flags & 0x3f, steps.remaining());
        steps.get(packet.bytes(), packet.end(), length);
        packet.range(packet.offset(), packet.length() + length);
        view.read(packet);
        view.sequence(sequence);
        view.timestamp(timestamp);
        view.marker((flags & 0x80) != 0);
        buffer.insert(packet, view, now);
        if ((flags & 0x40) == 0) {
            serve(buffer);
        }
    }

    private void serve(VideoReceiveBuffer buffer) {
        for (EncodedFrame frame = buffer.poll(now); frame != null; frame = buffer.poll(now)) {
            assertThat(frame.data().remaining()).isPositive();
            frame.release();
        }
        while (buffer.nacks(now, asked) == asked.length) {
            assertThat(asked[0]).isBetween(0, 0xffff);
        }
        buffer.wantsKeyFrame(now);
        assertThat(buffer.delay(now)).as("a wait, or none").isNotZero();
    }
}
