package dev.belfry.hub.service;

import dev.belfry.call.CallLogFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls of an {@link InMemoryHubStore}, under its lock. */
final class MemoryCalls {
    private static final int MAX_BURIED = 10_000;

    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, Set<String>> sessionsByUid = new HashMap<>();
    private final Map<String, Set<String>> openByUid = new HashMap<>();
    private final NavigableSet<Due> dues =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::sessionId));
    private final Map<String, Grave> buried = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Grave> eldest) {
            return size() > MAX_BURIED;
        }
    };

    private record Row(CallRecord record, @Nullable Instant due) {}

    private record Due(Instant at, String sessionId) {}

    private record Grave(String uid, Instant at) {}

    Optional<CallRecord> find(String sessionId) {
        return Optional.ofNullable(rows.get(sessionId)).map(Row::record);
    }

    void put(CallRecord record, @Nullable Instant due) {
        String session = record.sessionId();
        Row before = rows.put(session, new Row(record, due));
        if (before != null && before.due() != null) {
            dues.remove(new Due(before.due(), session));
        }
        if (due != null) {
            dues.add(new Due(due, session));
        }
        if (before == null) {
            record.parties().forEach(party -> index(sessionsByUid, party.uid(), session));
        }
        if (record.status().isTerminal()) {
            record.parties()
                    .forEach(party -> openByUid
                            .getOrDefault(party.uid(), new LinkedHashSet<>())
                            .remove(session));
        } else if (before == null) {
            record.parties().forEach(party -> index(openByUid, party.uid(), session));
        }
    }

    List<CallRecord> open(String uid) {
        return records(openByUid, uid)
                .sorted(Comparator.comparing(CallRecord::initiatedAt).thenComparing(CallRecord::sessionId))
                .toList();
    }

    List<CallRecord> due(Instant now, int limit) {
        return dues.stream()
                .takeWhile(due -> !due.at().isAfter(now))
                .limit(limit)
                .flatMap(due -> find(due.sessionId()).stream())
                .toList();
    }

    @Nullable
    Instant nextDue() {
        return dues.isEmpty() ? null : dues.first().at();
    }

    void bury(String sessionId, String uid, Instant now) {
        buried.put(sessionId, new Grave(uid, now));
    }

    boolean isBuried(String sessionId, String uid) {
        Grave grave = buried.get(sessionId);
        return grave != null && grave.uid().equals(uid);
    }

    void prune(Instant before) {
        buried.values().removeIf(grave -> grave.at().isBefore(before));
    }

    LogPage log(String uid, CallLogFilter filter, @Nullable LogCursor place) {
        List<CallRecord> all = records(sessionsByUid, uid)
                .filter(record -> !record.isMerged() && LogFilter.matches(record, uid, filter))
                .sorted(LogCursor.NEWEST_FIRST)
                .toList();
        List<CallRecord> reached =
                place == null ? all : all.stream().filter(place::reaches).toList();
        boolean newer = place != null && !place.older();
        int from = newer ? Math.max(0, reached.size() - filter.limit()) : 0;
        int to = newer ? reached.size() : Math.min(reached.size(), filter.limit());
        List<CallRecord> page = new ArrayList<>(reached.subList(from, to));
        if (page.isEmpty()) {
            return new LogPage(page, null, null);
        }
        CallRecord newest = page.get(0);
        CallRecord oldest = page.get(page.size() - 1);
        boolean hasNewer = !all.get(0).sessionId().equals(newest.sessionId());
        boolean hasOlder = !all.get(all.size() - 1).sessionId().equals(oldest.sessionId());
        return new LogPage(
                page,
                hasOlder ? LogCursor.olderThan(oldest).text() : null,
                hasNewer ? LogCursor.newerThan(newest).text() : null);
    }

    private Stream<CallRecord> records(Map<String, Set<String>> byUid, String uid) {
        return byUid.getOrDefault(uid, Set.of()).stream().flatMap(session -> find(session).stream());
    }

    private static void index(Map<String, Set<String>> byUid, String uid, String session) {
        byUid.computeIfAbsent(uid, any -> new LinkedHashSet<>()).add(session);
    }
}
