package dev.belfry.rtc.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatsReportTest {
    private final IceCandidateStats local =
            new IceCandidateStats("L1", "T", true, "127.0.0.1", 4000, "udp", "host", 1, "f");
    private final IceCandidateStats remote =
            new IceCandidateStats("R1", "T", false, "127.0.0.1", 4001, "udp", "host", 1, "f");
    private final CodecStats codec = new CodecStats("C96", "T", 96, "video/VP8", 90_000, 0, "");
    private final StatsReport report = new StatsReport(Instant.EPOCH, List.of(local, remote, codec));

    @Test
    void figures_are_found_by_type_and_id() {
        assertThat(report.all(IceCandidateStats.class)).containsExactly(local, remote);
        assertThat(report.find(CodecStats.class, "C96")).contains(codec);
        assertThat(report.find(CodecStats.class, "L1")).isEmpty();
    }

    @Test
    void types_are_named_as_in_the_browser() {
        assertThat(report.entries())
                .extracting(RtcStats::type)
                .containsExactly("local-candidate", "remote-candidate", "codec");
    }
}
