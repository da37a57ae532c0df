package dev.belfry.rtc.stats;

import org.jspecify.annotations.Nullable;

/**
 * The path in use; W3C's RTCIceCandidatePairStats.
 *
 * @param currentRoundTripTime of the latest answered check, in seconds; null before the first
 * @param availableOutgoingBitrate what the peer's feedback allows all streams together, in bits a second
 * @since 0.1
 */
public record CandidatePairStats(
        String id,
        String transportId,
        String localCandidateId,
        String remoteCandidateId,
        String state,
        boolean nominated,
        long packetsSent,
        long packetsReceived,
        long bytesSent,
        long bytesReceived,
        @Nullable Double currentRoundTripTime,
        double availableOutgoingBitrate)
        implements RtcStats {
    @Override
    public String type() {
        return "candidate-pair";
    }
}
