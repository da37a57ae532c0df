package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.congestion.StreamClock;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.negotiation.NegotiatedMedia;
import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.rtcp.NtpTime;
import dev.belfry.rtc.rtcp.ReportBlock;
import dev.belfry.rtc.rtp.HeaderExtensionMap;
import dev.belfry.rtc.rtp.ReceiveStatistics;
import dev.belfry.rtc.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/** One stream of the peer's: what sound and pictures have in common. For the loop. */
abstract class InboundStream {
    static final long UNKNOWN = NegotiatedMedia.RemoteSource.UNKNOWN;

    final MediaContext context;
    final ReceiveTrack track;
    final FrameTaker taker;
    private final long ssrc;
    private final PeerClock peerClock;
    private final ReceiveStatistics statistics;
    private final SenderFigures sender = new SenderFigures();
    private final StreamClock sendClock;
    private final StreamClock captureClock;
    private long rtxSsrc;
    private @Nullable NegotiatedFormat format;
    private long resentPackets;
    private long resentBytes;

    /** Gets each frame, which is the giver's to release afterwards. */
    @FunctionalInterface
    interface FrameTaker {
        void onFrame(ReceiveTrack track, EncodedFrame frame);
    }

    InboundStream(
            MediaContext context, ReceiveTrack track, PeerClock peerClock, long ssrc, long rtxSsrc, FrameTaker taker) {
        this.context = context;
        this.track = track;
        this.peerClock = peerClock;
        this.ssrc = ssrc;
        this.rtxSsrc = rtxSsrc;
        this.taker = taker;
        int clockRate = (track.kind() == MediaKind.AUDIO ? Codec.OPUS : Codec.VP8).clockRate();
        this.statistics = new ReceiveStatistics(clockRate);
        this.sendClock = new StreamClock(clockRate);
        this.captureClock = new StreamClock(clockRate);
    }

    ReceiveTrack track() {
        return track;
    }

    long ssrc() {
        return ssrc;
    }

    /** Returns under which source it is resent; {@link #UNKNOWN} as long as that is not known. */
    long rtxSsrc() {
        return rtxSsrc;
    }

    void rtxSsrc(long source) {
        rtxSsrc = source;
    }

    ReceiveStatistics statistics() {
        return statistics;
    }

    SenderFigures sender() {
        return sender;
    }

    /** Returns the format last received; null before any. */
    @Nullable
    NegotiatedFormat format() {
        return format;
    }

    long resentPackets() {
        return resentPackets;
    }

    long resentBytes() {
        return resentBytes;
    }

    /** Takes a packet over that came for the first time. */
    void receive(Packet packet, RtpPacket view, NegotiatedFormat as, HeaderExtensionMap extensions) {
        statistics.received(view, packet.arrivalNanos());
        long captured = extensions.absCaptureTime(view);
        if (captured != 0) {
            captureClock.report(captured, view.timestamp());
        }
        format = as;
        take(packet, view, as);
    }

    /** Takes a packet over that came again, and is what it was at first. */
    void receiveResent(Packet packet, RtpPacket view, NegotiatedFormat as) {
        resentPackets++;
        resentBytes += view.payloadLength();
        take(packet, view, as);
    }

    /** Takes a sender report; the round-trip time is below zero if it is not known. */
    void report(long ntpTime, long rtpTimestamp, long packets, long octets, long roundTripNanos) {
        long now = context.loop().nanoTime();
        sender.report(ntpTime, packets, octets, now);
        sendClock.report(ntpTime, rtpTimestamp);
        if (ntpTime != 0 && roundTripNanos >= 0) {
            peerClock.report(ntpTime, now, roundTripNanos);
        }
    }

    /** Says what is to be reported of this stream. */
    ReportBlock describe(ReportBlock block, long now) {
        long since = sender.reports() == 0 ? 0 : NtpTime.compactOfNanos(now - sender.arrivedAt());
        return block.received(
                        ssrc,
                        statistics.takeFractionLost(),
                        statistics.packetsLost(),
                        statistics.extendedHighestSequence())
                .timing(statistics.jitter(), sender.reports() == 0 ? 0 : NtpTime.compact(sender.ntpTime()), since);
    }

    /** Returns when something of this time of the stream was captured, on this side's clock; 0 if that is not known. */
    long capturedAt(long rtpTimestamp) {
        StreamClock clock = captureClock.isKnown() ? captureClock : sendClock;
        return clock.isKnown() ? peerClock.nanos(clock.ntpTime(rtpTimestamp)) : 0;
    }

    /** Takes a packet over. */
    abstract void take(Packet packet, RtpPacket view, NegotiatedFormat as);

    /** Lets go of everything. */
    abstract void close();
}
