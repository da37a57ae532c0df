package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.rtc.rtp.Payloader;
import dev.belfry.rtc.rtp.RtpStream;
import dev.belfry.rtc.rtp.RtxStream;
import dev.belfry.rtc.rtp.SentPackets;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One track as it is sent: cuts its frames into packets, numbers them, and keeps them to be sent again (RFC 3550, RFC
 * 4588). For the loop.
 */
final class OutboundStream {
    /** With headers, tag and a resent packet's number it stays below what every path carries. */
    private static final int MAX_PAYLOAD = 1120;

    private static final int HALF = 1 << 15;

    private final MediaContext context;
    private final MediaKind kind;
    private final RtpStream rtp;
    private final RtxStream rtx;
    private final SentPackets history;
    private final Map<Codec, Payloader> payloaders = new EnumMap<>(Codec.class);
    private final OutboundCounters counters = new OutboundCounters();
    private final PeerReport report = new PeerReport();
    private final ArrayDeque<Packet> cut = new ArrayDeque<>();
    private @Nullable SectionParameters parameters;
    private @Nullable NegotiatedFormat format;
    private long lastMediaTime;
    private long lastFrameNanos;
    private boolean anySent;

    OutboundStream(MediaContext context, MediaKind kind) {
        this.context = context;
        this.kind = kind;
        this.rtp = new RtpStream(
                context.packets(),
                context.ntp(),
                context.newSsrc(),
                context.random().nextInt(HALF),
                context.random().nextLong(1L << 32));
        this.rtx = new RtxStream(
                context.packets(), context.newSsrc(), context.random().nextInt(HALF));
        this.history = new SentPackets(context.packets());
    }

    MediaKind kind() {
        return kind;
    }

    long ssrc() {
        return rtp.ssrc();
    }

    long rtxSsrc() {
        return rtx.ssrc();
    }

    boolean owns(long ssrc) {
        return ssrc == rtp.ssrc() || ssrc == rtx.ssrc();
    }

    /** Returns the number that the next packet will have. */
    int nextSequence() {
        return rtp.nextSequence();
    }

    OutboundCounters counters() {
        return counters;
    }

    PeerReport report() {
        return report;
    }

    /** Sets what the peer takes; null for nothing any more. */
    void negotiated(@Nullable SectionParameters agreed) {
        parameters = agreed;
        format = null;
    }

    @Nullable
    SectionParameters parameters() {
        return parameters;
    }

    /** Returns the format last sent; null before any since the last negotiation. */
    @Nullable
    NegotiatedFormat format() {
        return format;
    }

    HeaderExtensionMap extensions() {
        return parameters == null ? HeaderExtensionMap.NONE : parameters.extensions();
    }

    /**
     * Cuts a frame into packets.
     *
     * @return the packets, to be taken out, each held once; empty if the peer does not take the codec, or the frame is
     *     not what its codec says
     */
    ArrayDeque<Packet> cut(EncodedFrame frame) {
        if (!use(frame.codec())
                || !payloaders
                        .computeIfAbsent(frame.codec(), this::newPayloader)
                        .cut(frame, rtp, MAX_PAYLOAD, cut)) {
            counters.framesDropped++;
            return cut;
        }
        lastMediaTime = frame.timestamp();
        lastFrameNanos = frame.captureNanos() == 0 ? context.loop().nanoTime() : frame.captureNanos();
        anySent = true;
        counters.frames++;
        if (frame.isKeyFrame()) {
            counters.keyFrames++;
        }
        return cut;
    }

    /** Keeps a copy of a packet that goes out, if the peer may ask for it again. */
    void keep(Packet packet) {
        NegotiatedFormat current = format;
        if (current != null && current.rtxPayloadType() != NegotiatedFormat.NO_RTX) {
            history.keep(packet);
        }
    }

    /** Returns the length of the packet of that number, as it would be sent again; 0 if it is not kept. */
    int kept(int sequence) {
        Packet old = history.find(sequence);
        return old == null ? 0 : old.length() + 2;
    }

    /** Returns a packet once more, held once by the caller; null if it is not kept. */
    @Nullable
    Packet resend(int sequence) {
        NegotiatedFormat current = format;
        Packet old =
                current == null || current.rtxPayloadType() == NegotiatedFormat.NO_RTX ? null : history.find(sequence);
        return old == null || current == null ? null : rtx.wrap(old, current.rtxPayloadType());
    }

    boolean anySent() {
        return anySent;
    }

    /** Returns what the stream's own clock shows at a time, for a sender report. */
    long wireTimestamp(long now) {
        long ticksPerSecond = kind == MediaKind.AUDIO ? Codec.OPUS.clockRate() : Codec.VP8.clockRate();
        long ticks = (now - lastFrameNanos) / 1_000 * ticksPerSecond / 1_000_000;
        return rtp.wireTimestamp(lastMediaTime + ticks);
    }

    void close() {
        history.close();
        parameters = null;
        format = null;
    }

    /** Makes ready for a codec; returns false if the peer does not take it. */
    private boolean use(Codec codec) {
        SectionParameters agreed = parameters;
        if (agreed == null) {
            return false;
        }
        NegotiatedFormat current = format;
        if (current == null || current.codec() != codec) {
            NegotiatedFormat wanted = agreed.sendFormat(codec);
            if (wanted == null) {
                return false;
            }
            history.close();
            format = wanted;
            rtp.negotiated(agreed.extensions(), agreed.mid(), wanted.payloadType());
        }
        return true;
    }

    private Payloader newPayloader(Codec codec) {
        return Payloader.of(codec, context.random().nextInt(HALF));
    }
}
