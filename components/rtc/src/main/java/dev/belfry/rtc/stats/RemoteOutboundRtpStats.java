package dev.belfry.rtc.stats;

import dev.belfry.frame.MediaKind;
import java.time.Instant;

/**
 * What the peer says it sent; W3C's RTCRemoteOutboundRtpStreamStats.
 *
 * @param localId of the figures of what arrived
 * @param remoteTimestamp when the peer's latest report was made, by its clock
 * @since 0.1
 */
public record RemoteOutboundRtpStats(
        String id,
        String transportId,
        String localId,
        long ssrc,
        MediaKind kind,
        long packetsSent,
        long bytesSent,
        Instant remoteTimestamp,
        long reportsSent)
        implements RtcStats {
    @Override
    public String type() {
        return "remote-outbound-rtp";
    }
}
