package dev.belfry.rtc.stats;

/**
 * Figures of one object, since it was created unless its member says otherwise; W3C's RTCStats. Times are in seconds,
 * sizes in bytes, rates in bits a second.
 *
 * @since 0.1
 */
public sealed interface RtcStats
        permits CandidatePairStats,
                CodecStats,
                IceCandidateStats,
                InboundRtpStats,
                OutboundRtpStats,
                RemoteInboundRtpStats,
                RemoteOutboundRtpStats,
                TransportStats {
    /** Returns what identifies the object within its connection, the same in every report. */
    String id();

    /** Returns W3C's RTCStatsType, such as {@code inbound-rtp}. */
    String type();
}
