package dev.belfry.rtc.stats;

/**
 * A candidate of a path that was in use; W3C's RTCIceCandidateStats.
 *
 * @param local whether it is this side's
 * @param candidateType {@code host}, {@code srflx}, {@code prflx} or {@code relay}
 * @param protocol {@code udp}
 * @param foundation as RFC 8445 section 5.1.1.3 says
 * @since 0.1
 */
public record IceCandidateStats(
        String id,
        String transportId,
        boolean local,
        String address,
        int port,
        String protocol,
        String candidateType,
        long priority,
        String foundation)
        implements RtcStats {
    @Override
    public String type() {
        return local ? "local-candidate" : "remote-candidate";
    }
}
