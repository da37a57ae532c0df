package dev.belfry.rtc.stats;

import dev.belfry.frame.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is received; W3C's RTCInboundRtpStreamStats, as far as it is known without decoding: frames decoded and
 * freezes are the decoder's to count.
 *
 * @param codecId of the codec last received; null before any
 * @param remoteId of the sender's own figures; null before its first report
 * @param packetsLost by RFC 3550; below zero when doubled packets came
 * @param jitter of the packets' spacing, in seconds
 * @param packetsDiscarded came too late or twice
 * @param framesReceived complete frames, handed on
 * @param framesDropped complete frames that were not, since one before them was lost
 * @param jitterBufferDelay how long all frames handed on waited in all, in seconds
 * @param retransmittedPacketsReceived that came by RTX
 * @param rtxSsrc the SSRC resent packets come under; null if RTX was not negotiated
 * @since 0.1
 */
public record InboundRtpStats(
        String id,
        String transportId,
        long ssrc,
        MediaKind kind,
        String mid,
        @Nullable String codecId,
        @Nullable String remoteId,
        long packetsReceived,
        long packetsLost,
        double jitter,
        long packetsDiscarded,
        long bytesReceived,
        long headerBytesReceived,
        long framesReceived,
        long keyFramesReceived,
        long framesDropped,
        double jitterBufferDelay,
        long jitterBufferEmittedCount,
        long nackCount,
        long pliCount,
        long firCount,
        long retransmittedPacketsReceived,
        long retransmittedBytesReceived,
        @Nullable Long rtxSsrc)
        implements RtcStats {
    @Override
    public String type() {
        return "inbound-rtp";
    }
}
