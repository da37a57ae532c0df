package dev.belfry.rtc.ice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a transport since it was created; W3C's RTCTransportStats and RTCIceCandidatePairStats.
 *
 * @param selected the path in use; null before the first
 * @param currentRoundTripTime of the latest answered check on that path; null before the first
 * @param selectedCandidatePairChanges how often the path changed, the first one included
 * @param packetsSent datagrams sent for the owner, without STUN
 * @param bytesSent their bytes
 * @param packetsReceived datagrams handed to the owner
 * @param bytesReceived their bytes
 * @since 0.1
 */
public record IceStats(
        IceTransportState state,
        IceRole role,
        @Nullable IceCandidatePair selected,
        @Nullable Duration currentRoundTripTime,
        int selectedCandidatePairChanges,
        long packetsSent,
        long bytesSent,
        long packetsReceived,
        long bytesReceived) {}
