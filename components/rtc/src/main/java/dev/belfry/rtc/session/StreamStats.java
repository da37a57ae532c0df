package dev.belfry.rtc.session;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.jitter.BufferCounts;
import dev.belfry.rtc.negotiation.NegotiatedFormat;
import dev.belfry.rtc.rtcp.NtpTime;
import dev.belfry.rtc.rtp.ReceiveStatistics;
import dev.belfry.rtc.stats.InboundRtpStats;
import dev.belfry.rtc.stats.OutboundRtpStats;
import dev.belfry.rtc.stats.RemoteInboundRtpStats;
import dev.belfry.rtc.stats.RemoteOutboundRtpStats;
import dev.belfry.rtc.stats.RtcStats;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the figures of all streams, in W3C's names and units. For the loop. */
final class StreamStats {
    private static final double NANOS = 1e9;

    private final MediaSession media;

    private final CodecIds codecIds;

    /** Knows codecs by their ids. */
    @FunctionalInterface
    interface CodecIds {
        @Nullable
        String id(@Nullable NegotiatedFormat format);
    }

    StreamStats(MediaSession media, CodecIds codecIds) {
        this.media = media;
        this.codecIds = codecIds;
    }

    List<RtcStats> outbound() {
        List<RtcStats> found = new ArrayList<>();
        for (SendTrack track : media.tracks()) {
            addOutbound(track, found);
        }
        return found;
    }

    List<RtcStats> inbound() {
        List<RtcStats> found = new ArrayList<>();
        for (Section section : media.sections()) {
            InboundStream stream = section.stream();
            if (stream != null) {
                addInbound(stream, found);
            }
        }
        return found;
    }

    private void addOutbound(SendTrack track, List<RtcStats> found) {
        OutboundStream stream = track.stream();
        OutboundCounters counters = stream.counters();
        String id = "OT" + stream.ssrc();
        String remoteId = "RI" + stream.ssrc();
        NegotiatedFormat format = stream.format();
        boolean rtx = format != null && format.rtxPayloadType() != NegotiatedFormat.NO_RTX;
        found.add(new OutboundRtpStats(
                id,
                StatsCollector.TRANSPORT,
                stream.ssrc(),
                track.kind(),
                track.mid(),
                codecIds.id(format),
                stream.report().any() ? remoteId : null,
                stream.parameters() != null && !track.isMuted(),
                counters.packets,
                counters.payloadBytes,
                counters.headerBytes,
                counters.resentPackets,
                counters.resentBytes,
                counters.frames,
                counters.keyFrames,
                track.kind() == MediaKind.VIDEO ? media.control().picturesBitsPerSecond() : 0,
                counters.queuedNanos / NANOS,
                counters.nacks,
                counters.pictureLosses,
                counters.intraRequests,
                rtx ? stream.rtxSsrc() : null));
        PeerReport report = stream.report();
        if (report.any()) {
            found.add(new RemoteInboundRtpStats(
                    remoteId,
                    StatsCollector.TRANSPORT,
                    id,
                    stream.ssrc(),
                    track.kind(),
                    report.packetsLost(),
                    (double) report.jitterTicks() / clockRate(track.kind()),
                    report.fractionLost(),
                    report.roundTrip().count() == 0 ? null : report.roundTrip().latestNanos() / NANOS,
                    report.roundTrip().totalSeconds(),
                    report.roundTrip().count()));
        }
    }

    private void addInbound(InboundStream stream, List<RtcStats> found) {
        String id = "IT" + stream.ssrc();
        String remoteId = "RO" + stream.ssrc();
        MediaKind kind = stream.track().kind();
        ReceiveStatistics statistics = stream.statistics();
        Frames frames = Frames.of(stream);
        found.add(new InboundRtpStats(
                id,
                StatsCollector.TRANSPORT,
                stream.ssrc(),
                kind,
                stream.track().mid(),
                codecIds.id(stream.format()),
                stream.sender().reports() == 0 ? null : remoteId,
                statistics.packetsReceived() + stream.resentPackets(),
                statistics.packetsLost(),
                statistics.jitterSeconds(),
                frames.discarded,
                statistics.bytesReceived() + stream.resentBytes(),
                statistics.headerBytesReceived(),
                frames.received,
                frames.keyFrames,
                frames.dropped,
                frames.waitedNanos / NANOS,
                frames.received,
                frames.requests,
                frames.pictureLosses,
                0,
                stream.resentPackets(),
                stream.resentBytes(),
                stream.rtxSsrc() == InboundStream.UNKNOWN ? null : Long.valueOf(stream.rtxSsrc())));
        SenderFigures sender = stream.sender();
        if (sender.reports() > 0) {
            found.add(new RemoteOutboundRtpStats(
                    remoteId,
                    StatsCollector.TRANSPORT,
                    id,
                    stream.ssrc(),
                    kind,
                    sender.packets(),
                    sender.octets(),
                    NtpTime.toInstant(sender.ntpTime()),
                    sender.reports()));
        }
    }

    private static int clockRate(MediaKind kind) {
        return (kind == MediaKind.AUDIO ? Codec.OPUS : Codec.VP8).clockRate();
    }

    /** What was made of the packets. */
    private record Frames(
            long received,
            long keyFrames,
            long dropped,
            long discarded,
            long waitedNanos,
            long requests,
            long pictureLosses) {
        static Frames of(InboundStream stream) {
            if (stream instanceof InboundAudio audio) {
                return new Frames(audio.frames(), audio.frames(), 0, audio.discarded(), 0, 0, 0);
            }
            InboundVideo video = (InboundVideo) stream;
            BufferCounts counts = video.counts();
            if (counts == null) {
                return new Frames(0, 0, 0, 0, 0, 0, 0);
            }
            return new Frames(
                    counts.framesReceived(),
                    counts.keyFramesReceived(),
                    counts.framesDropped(),
                    video.discarded(),
                    counts.waitedNanos(),
                    video.requests(),
                    video.pictureLosses());
        }
    }
}
