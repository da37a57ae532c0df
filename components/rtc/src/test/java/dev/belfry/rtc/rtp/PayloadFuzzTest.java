package dev.belfry.rtc.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class PayloadFuzzTest {
    private static final int CHUNKS = 64;

    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(1000);
    private final List<Packet> list = new ArrayList<>();

    /** The input is payloads, each behind a byte that says how long it is in units of six bytes. */
    @FuzzTest(maxDuration = "10m")
    void any_payloads_are_a_frame_or_none(byte[] input) {
        ByteBuffer rest = ByteBuffer.wrap(input);
        RtpStream stream = Samples.stream(packets, 0);
        while (rest.hasRemaining() && list.size() < CHUNKS) {
            int length = Math.min((rest.get() & 0xff) * 6, rest.remaining());
            Packet packet = stream.next();
            rest.get(packet.bytes(), packet.end(), Math.min(length, Payloader.MAX_PAYLOAD));
            packet.range(packet.offset(), packet.length() + Math.min(length, Payloader.MAX_PAYLOAD));
            list.add(packet);
        }
        for (Codec codec : Codec.values()) {
            EncodedFrame frame = new FrameAssembler(Depayloader.of(codec), frames).assemble(list, 0, 0);
            if (frame != null) {
                frame.release();
            }
        }
        releaseAll();
    }

    /** What an encoder gives may be broken; what a payloader takes of it must come back. */
    @FuzzTest(maxDuration = "10m")
    void any_h264_goes_through_or_is_refused(byte[] input) {
        EncodedFrame frame = Samples.frame(frames, Codec.H264, true, input, 1);
        if (Payloader.of(Codec.H264, 0).cut(frame, Samples.stream(packets, 0), 64, list)) {
            FrameAssembler assembler = new FrameAssembler(Depayloader.of(Codec.H264), frames);
            EncodedFrame once = Objects.requireNonNull(assembler.assemble(list, 0, 0));
            List<Packet> first = List.copyOf(list);
            list.clear();
            Payloader.of(Codec.H264, 0).cut(once, Samples.stream(packets, 0), 64, list);
            EncodedFrame twice = Objects.requireNonNull(assembler.assemble(list, 0, 0));
            assertThat(Samples.bytes(twice)).isEqualTo(Samples.bytes(once));
            once.release();
            twice.release();
            first.forEach(Packet::release);
        }
        frame.release();
        releaseAll();
    }

    private void releaseAll() {
        list.forEach(Packet::release);
        list.clear();
        assertThat(packets.outstanding()).isZero();
        assertThat(frames.outstanding()).isZero();
    }
}
