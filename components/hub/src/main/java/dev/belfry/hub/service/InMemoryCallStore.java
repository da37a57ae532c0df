package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Call records in this JVM, kept until it ends: for tests, demonstrations and hosts that are their own hub.
 *
 * @since 0.1
 */
public final class InMemoryCallStore implements CallStore {
    private static final int MAX_BURIED = 10_000;

    private final Map<String, CallRecord> records = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> sessionsByUid = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> openByUid = new ConcurrentHashMap<>();
    private final Map<String, String> buried = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MAX_BURIED;
        }
    });

    /** Creates an empty store. */
    public InMemoryCallStore() {}

    @Override
    public Optional<CallRecord> find(String sessionId) {
        return Optional.ofNullable(records.get(sessionId));
    }

    @Override
    public boolean insert(CallRecord first) {
        if (records.putIfAbsent(first.sessionId(), first) != null) {
            return false;
        }
        index(sessionsByUid, first);
        index(openByUid, first);
        return true;
    }

    @Override
    public boolean compareAndSet(CallRecord expected, CallRecord next) {
        if (!records.replace(expected.sessionId(), expected, next)) {
            return false;
        }
        if (next.status().isTerminal()) {
            next.parties().forEach(party -> sessions(openByUid, party.uid()).remove(next.sessionId()));
        }
        return true;
    }

    @Override
    public List<CallRecord> open(String uid) {
        return sessions(openByUid, uid).stream()
                .map(records::get)
                .filter(record -> record != null && !record.status().isTerminal())
                .sorted(Comparator.comparing(CallRecord::initiatedAt).thenComparing(CallRecord::sessionId))
                .toList();
    }

    @Override
    public void bury(String sessionId, String uid) {
        buried.put(sessionId, uid);
    }

    @Override
    public boolean isBuried(String sessionId, String uid) {
        return uid.equals(buried.get(sessionId));
    }

    @Override
    public LogPage log(String uid, CallLogFilter filter, @Nullable String cursor) throws CallException {
        LogCursor place = LogCursor.parse(cursor);
        List<CallRecord> all = sessions(sessionsByUid, uid).stream()
                .map(records::get)
                .filter(record -> record != null && !record.isMerged() && LogFilter.matches(record, uid, filter))
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

    private static void index(Map<String, Set<String>> byUid, CallRecord record) {
        record.parties().forEach(party -> sessions(byUid, party.uid()).add(record.sessionId()));
    }

    private static Set<String> sessions(Map<String, Set<String>> byUid, String uid) {
        return byUid.computeIfAbsent(uid, any -> ConcurrentHashMap.newKeySet());
    }
}
