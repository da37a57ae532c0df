package dev.belfry.rtc.stats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Figures of a whole connection at one moment; W3C's RTCStatsReport.
 *
 * @param timestamp when they were taken
 * @param entries one for each object
 * @since 0.1
 */
public record StatsReport(Instant timestamp, List<RtcStats> entries) {
    public StatsReport {
        entries = List.copyOf(entries);
    }

    /** Returns all figures of a type. */
    public <T extends RtcStats> List<T> all(Class<T> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Returns the figures of an object, if it is of that type. */
    public <T extends RtcStats> Optional<T> find(Class<T> type, String id) {
        return all(type).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
