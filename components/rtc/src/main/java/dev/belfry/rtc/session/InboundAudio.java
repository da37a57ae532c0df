package dev.belfry.rtc.session;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.Depayloader;
import dev.belfry.rtc.rtp.FrameAssembler;
import dev.belfry.rtc.rtp.RtpPacket;
import dev.belfry.rtc.rtp.Unwrapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of sound: each packet is handed on as it comes, once, numbered for a playout buffer. For the loop. */
final class InboundAudio extends InboundStream {
    private final Unwrapper sequences = Unwrapper.ofSequence();
    private final Unwrapper timestamps = Unwrapper.ofTimestamp();
    private final SeenNumbers seen = new SeenNumbers();
    private final List<Packet> one = new ArrayList<>(1);
    private @Nullable FrameAssembler assembler;
    private @Nullable NegotiatedFormat assembled;
    private long frames;
    private long discarded;

    InboundAudio(MediaContext context, ReceiveTrack track, PeerClock peerClock, long ssrc, FrameTaker taker) {
        super(context, track, peerClock, ssrc, UNKNOWN, taker);
    }

    /** Returns how many packets were handed on. */
    long frames() {
        return frames;
    }

    /** Returns how many came twice, or much too late. */
    long discarded() {
        return discarded;
    }

    @Override
    void take(Packet packet, RtpPacket view, NegotiatedFormat as) {
        try {
            if (view.payloadLength() == 0) {
                return;
            }
            long number = sequences.unwrap(view.sequence());
            if (!seen.add(number)) {
                discarded++;
                return;
            }
            hand(packet, view, as, number);
        } finally {
            packet.release();
        }
    }

    @Override
    void close() {}

    private void hand(Packet packet, RtpPacket view, NegotiatedFormat as, long number) {
        FrameAssembler current = assembler;
        if (current == null || !as.equals(assembled)) {
            current = new FrameAssembler(Depayloader.of(as.codec()), context.frames());
            assembler = current;
            assembled = as;
        }
        one.add(packet);
        EncodedFrame frame = current.assemble(one, timestamps.unwrap(view.timestamp()), number);
        one.clear();
        if (frame == null) {
            discarded++;
            return;
        }
        try {
            frames++;
            frame.describe(frame.codec(), true, frame.timestamp(), capturedAt(view.timestamp()), number);
            taker.onFrame(track, frame);
        } finally {
            frame.release();
        }
    }
}
