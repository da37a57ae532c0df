package dev.belfry.rtc.stats;

import dev.belfry.frame.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is sent; W3C's RTCOutboundRtpStreamStats, as far as it is known without the encoder.
 *
 * @param codecId of the codec last sent; null before any
 * @param remoteId of what the peer reports of it; null before its first report
 * @param active whether it is negotiated and not muted
 * @param packetsSent resent ones included
 * @param bytesSent payload, resent ones included
 * @param framesSent whose last packet was sent
 * @param keyFramesSent those of them that were key frames
 * @param targetBitrate what the encoder of pictures was told last, in bits a second; 0 for sound
 * @param totalPacketSendDelay how long all packets waited in the pacer in all, in seconds
 * @param nackCount NACK packets received for it
 * @param rtxSsrc the SSRC packets are resent under; null if RTX was not negotiated
 * @since 0.1
 */
public record OutboundRtpStats(
        String id,
        String transportId,
        long ssrc,
        MediaKind kind,
        @Nullable String mid,
        @Nullable String codecId,
        @Nullable String remoteId,
        boolean active,
        long packetsSent,
        long bytesSent,
        long headerBytesSent,
        long retransmittedPacketsSent,
        long retransmittedBytesSent,
        long framesSent,
        long keyFramesSent,
        double targetBitrate,
        double totalPacketSendDelay,
        long nackCount,
        long pliCount,
        long firCount,
        @Nullable Long rtxSsrc)
        implements RtcStats {
    @Override
    public String type() {
        return "outbound-rtp";
    }
}
