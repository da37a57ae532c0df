package dev.belfry.engine.rtc;

import dev.belfry.call.spi.PathStats;
import dev.belfry.rtc.stats.CandidatePairStats;
import dev.belfry.rtc.stats.IceCandidateStats;
import dev.belfry.rtc.stats.InboundRtpStats;
import dev.belfry.rtc.stats.OutboundRtpStats;
import dev.belfry.rtc.stats.RemoteInboundRtpStats;
import dev.belfry.rtc.stats.StatsReport;
import dev.belfry.rtc.stats.TransportStats;
import java.util.Objects;
import java.util.Optional;

/** Sums up the report of a connection. */
final class PathFigures {
    private static final double MILLIS = 1000;

    private PathFigures() {}

    static PathStats of(StatsReport report) {
        Optional<TransportStats> transport =
                report.all(TransportStats.class).stream().findFirst();
        Optional<CandidatePairStats> pair = transport
                .map(TransportStats::selectedCandidatePairId)
                .flatMap(id -> report.find(CandidatePairStats.class, id));
        return new PathStats(
                pair.map(path -> candidateType(report, path.localCandidateId())).orElse(""),
                pair.map(path -> candidateType(report, path.remoteCandidateId()))
                        .orElse(""),
                transport.map(TransportStats::srtpCipher).orElse(""),
                roundTripMillis(report, pair),
                report.all(InboundRtpStats.class).stream()
                        .mapToLong(InboundRtpStats::packetsLost)
                        .filter(lost -> lost > 0)
                        .sum(),
                report.all(OutboundRtpStats.class).stream()
                        .mapToLong(OutboundRtpStats::retransmittedPacketsSent)
                        .sum(),
                report.all(InboundRtpStats.class).stream()
                        .mapToLong(InboundRtpStats::retransmittedPacketsReceived)
                        .sum());
    }

    private static String candidateType(StatsReport report, String id) {
        return report.find(IceCandidateStats.class, id)
                .map(IceCandidateStats::candidateType)
                .orElse("");
    }

    /** By the receiver reports, or else by the latest check of the path. */
    private static double roundTripMillis(StatsReport report, Optional<CandidatePairStats> pair) {
        return report.all(RemoteInboundRtpStats.class).stream()
                .map(RemoteInboundRtpStats::roundTripTime)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> pair.map(CandidatePairStats::currentRoundTripTime))
                .map(seconds -> seconds * MILLIS)
                .orElse(Double.NaN);
    }
}
