package dev.belfry.rtc.session;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.jitter.BufferCounts;
import dev.belfry.rtc.jitter.VideoReceiveBuffer;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.Depayloader;
import dev.belfry.rtc.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/** A stream of pictures: put in order and repaired, handed on as whole frames in the order to decode. For the loop. */
final class InboundVideo extends InboundStream {
    private static final int MAX_NACKS = 64;

    private final Repair repair;
    private final int[] missing = new int[MAX_NACKS];
    private @Nullable VideoReceiveBuffer buffer;
    private @Nullable NegotiatedFormat buffered;
    private long sequence;
    private long requests;
    private long pictureLosses;
    private long discardedBefore;

    /** Asks the sender for what is missing. */
    interface Repair {
        void missing(InboundVideo stream, int[] sequences, int count);

        void keyFrame(InboundVideo stream);
    }

    InboundVideo(
            MediaContext context,
            ReceiveTrack track,
            PeerClock peerClock,
            long ssrc,
            long rtxSsrc,
            FrameTaker taker,
            Repair repair) {
        super(context, track, peerClock, ssrc, rtxSsrc, taker);
        this.repair = repair;
    }

    /** Returns how often packets were asked for. */
    long requests() {
        return requests;
    }

    /** Returns how often a key frame was asked for. */
    long pictureLosses() {
        return pictureLosses;
    }

    /** Returns what the buffer of the codec in use counted; null before the first packet. */
    @Nullable
    BufferCounts counts() {
        return buffer == null ? null : buffer.counts();
    }

    long discarded() {
        return discardedBefore + (buffer == null ? 0 : buffer.counts().packetsDiscarded());
    }

    @Override
    void take(Packet packet, RtpPacket view, NegotiatedFormat as) {
        long now = context.loop().nanoTime();
        if (bufferFor(as).insert(packet, view, now)) {
            run(now);
        }
    }

    void roundTrip(long nanos) {
        if (buffer != null) {
            buffer.roundTrip(nanos);
        }
    }

    /** The decoder needs a key frame. */
    void requireKeyFrame(long now) {
        if (buffer != null) {
            buffer.requireKeyFrame(now);
            run(now);
        }
    }

    /**
     * Hands on what is complete, and asks for what is missing.
     *
     * @return when to call again; {@link Long#MAX_VALUE} for no need to
     */
    long run(long now) {
        VideoReceiveBuffer current = buffer;
        if (current == null) {
            return Long.MAX_VALUE;
        }
        for (EncodedFrame frame = current.poll(now); frame != null; frame = current.poll(now)) {
            hand(frame);
        }
        int count = current.nacks(now, missing);
        if (count > 0) {
            requests++;
            repair.missing(this, missing, count);
        }
        if (current.wantsKeyFrame(now)) {
            pictureLosses++;
            repair.keyFrame(this);
        }
        long delay = current.delay(now);
        return delay < 0 ? Long.MAX_VALUE : now + delay;
    }

    @Override
    void close() {
        if (buffer != null) {
            buffer.close();
        }
    }

    private VideoReceiveBuffer bufferFor(NegotiatedFormat as) {
        VideoReceiveBuffer current = buffer;
        if (current == null || !as.equals(buffered)) {
            if (current != null) {
                discardedBefore += current.counts().packetsDiscarded();
                current.close();
            }
            current = new VideoReceiveBuffer(Depayloader.of(as.codec()), context.frames());
            buffer = current;
            buffered = as;
        }
        return current;
    }

    private void hand(EncodedFrame frame) {
        try {
            long captured = capturedAt(frame.timestamp() & 0xFFFF_FFFFL);
            frame.describe(frame.codec(), frame.isKeyFrame(), frame.timestamp(), captured, sequence++);
            taker.onFrame(track, frame);
        } finally {
            frame.release();
        }
    }
}
