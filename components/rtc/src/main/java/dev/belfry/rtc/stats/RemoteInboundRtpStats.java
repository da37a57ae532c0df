package dev.belfry.rtc.stats;

import dev.belfry.frame.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * What the peer reports of a stream sent to it; W3C's RTCRemoteInboundRtpStreamStats.
 *
 * @param localId of the stream's own figures
 * @param jitter in seconds
 * @param fractionLost since the report before, from 0 to 1
 * @param roundTripTime by the latest report, in seconds; null before one could be measured
 * @param totalRoundTripTime the sum of all measurements, in seconds
 * @since 0.1
 */
public record RemoteInboundRtpStats(
        String id,
        String transportId,
        String localId,
        long ssrc,
        MediaKind kind,
        long packetsLost,
        double jitter,
        double fractionLost,
        @Nullable Double roundTripTime,
        double totalRoundTripTime,
        long roundTripTimeMeasurements)
        implements RtcStats {
    @Override
    public String type() {
        return "remote-inbound-rtp";
    }
}
