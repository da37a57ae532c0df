package dev.belfry.rtc.jitter;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.FrameAssembler;
import dev.belfry.rtc.rtp.Unwrapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes frames of the packets at the front of a ring, and numbers and counts them. */
final class FrameMaker {
    private final FrameAssembler assembler;
    private final PacketRing ring;
    private final BufferCounts counts;
    private final Unwrapper timestamps = Unwrapper.ofTimestamp();
    private final List<Packet> parts = new ArrayList<>();

    FrameMaker(FrameAssembler assembler, PacketRing ring, BufferCounts counts) {
        this.assembler = assembler;
        this.ring = ring;
        this.counts = counts;
    }

    /** Returns the frame of the packets from the head to before {@code end}, which stay; null if they make none. */
    @Nullable
    EncodedFrame make(long end) {
        long timestamp = timestamps.unwrap(ring.slot(ring.head()).timestamp);
        for (long sequence = ring.head(); sequence < end; sequence++) {
            Packet packet = ring.slot(sequence).packet;
            if (packet != null) {
                parts.add(packet);
            }
        }
        EncodedFrame frame = assembler.assemble(parts, timestamp, counts.frames);
        parts.clear();
        if (frame != null) {
            counts.frames++;
            counts.keyFrames += frame.isKeyFrame() ? 1 : 0;
        }
        return frame;
    }
}
