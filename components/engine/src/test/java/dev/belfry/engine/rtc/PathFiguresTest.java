package dev.belfry.engine.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.spi.PathStats;
import dev.belfry.frame.MediaKind;
import dev.belfry.rtc.stats.CandidatePairStats;
import dev.belfry.rtc.stats.IceCandidateStats;
import dev.belfry.rtc.stats.InboundRtpStats;
import dev.belfry.rtc.stats.OutboundRtpStats;
import dev.belfry.rtc.stats.RemoteInboundRtpStats;
import dev.belfry.rtc.stats.RtcStats;
import dev.belfry.rtc.stats.StatsReport;
import dev.belfry.rtc.stats.TransportStats;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathFiguresTest {
    private static final TransportStats TRANSPORT = new TransportStats(
            "T",
            1,
            1,
            1,
            1,
            "controlling",
            "uf",
            "connected",
            "P",
            1,
            "connected",
            "client",
            "FEFD",
            "C",
            "SRTP_GCM",
            0,
            0,
            0);
    private static final CandidatePairStats PAIR =
            new CandidatePairStats("P", "T", "L", "R", "succeeded", true, 1, 1, 1, 1, 0.004, 1e6);
    private static final IceCandidateStats LOCAL =
            new IceCandidateStats("L", "T", true, "127.0.0.1", 1, "udp", "host", 1, "1");
    private static final IceCandidateStats REMOTE =
            new IceCandidateStats("R", "T", false, "127.0.0.1", 2, "udp", "prflx", 1, "1");

    @Test
    void aReportIsSummedUp() {
        PathStats path = PathFigures.of(
                report(TRANSPORT, PAIR, LOCAL, REMOTE, inbound(3, 2), inbound(-1, 1), outbound(7), remote(0.025)));
        assertThat(path).isEqualTo(new PathStats("host", "prflx", "SRTP_GCM", 25, 3, 7, 3));
    }

    @Test
    void withoutReceiverReportsTheCheckOfThePathTellsTheRoundTrip() {
        assertThat(PathFigures.of(report(TRANSPORT, PAIR, LOCAL, REMOTE, remote(null)))
                        .roundTripMillis())
                .isEqualTo(4);
    }

    @Test
    void nothingIsKnownOfAConnectionThatNeverWas() {
        assertThat(PathFigures.of(report())).isEqualTo(PathStats.NONE);
    }

    private static StatsReport report(RtcStats... entries) {
        return new StatsReport(Instant.EPOCH, List.of(entries));
    }

    private static InboundRtpStats inbound(long lost, long resent) {
        return new InboundRtpStats(
                "I",
                "T",
                1,
                MediaKind.VIDEO,
                "0",
                null,
                null,
                1,
                lost,
                0,
                0,
                1,
                1,
                1,
                1,
                0,
                0,
                1,
                0,
                0,
                0,
                resent,
                1,
                null);
    }

    private static OutboundRtpStats outbound(long resent) {
        return new OutboundRtpStats(
                "O", "T", 2, MediaKind.VIDEO, "0", null, null, true, 1, 1, 1, resent, 1, 1, 1, 1, 0, 0, 0, 0, null);
    }

    private static RemoteInboundRtpStats remote(@Nullable Double roundTrip) {
        return new RemoteInboundRtpStats("RI", "T", "O", 2, MediaKind.VIDEO, 0, 0, 0, roundTrip, 0, 0);
    }
}
