package dev.belfry.hub.store;

import dev.belfry.hub.service.Audience;
import dev.belfry.hub.service.EventDraft;
import dev.belfry.hub.service.EventEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The events of users, numbered, within one transaction. */
final class EventTable {
    /** A user's superfluous events are removed each time the number passes a multiple of this. */
    private static final int TRIM_EVERY = 100;

    private static final int PRUNE_AT_ONCE = 10_000;

    private final Handle handle;
    private final Bodies bodies;
    private final Mailboxes mailboxes;
    private final int kept;

    EventTable(Handle handle, Bodies bodies, Mailboxes mailboxes, int kept) {
        this.handle = handle;
        this.bodies = bodies;
        this.mailboxes = mailboxes;
        this.kept = kept;
    }

    /** Appends events under the numbers that follow, each user's in the order given; returns them with these. */
    List<EventEntry> append(List<EventDraft> drafts) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        drafts.forEach(draft -> counts.merge(draft.audience().uid(), 1, Integer::sum));
        SortedMap<String, Long> heads = mailboxes.advance(counts);
        List<EventEntry> entries = numbered(drafts, new HashMap<>(heads));
        insert(entries);
        counts.forEach((uid, count) -> {
            long before = heads.getOrDefault(uid, 0L);
            if (before / TRIM_EVERY != (before + count) / TRIM_EVERY) {
                trim(uid, before + count - kept);
            }
        });
        return entries;
    }

    private static List<EventEntry> numbered(List<EventDraft> drafts, Map<String, Long> last) {
        return drafts.stream()
                .map(draft -> new EventEntry(last.merge(draft.audience().uid(), 1L, Long::sum), draft))
                .toList();
    }

    private void insert(List<EventEntry> entries) {
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO hub_events (uid, seq, happened_at, only_device, except_device, body)
                VALUES (:uid, :seq, :at, :only, :except, :body)""")) {
            for (EventEntry entry : entries) {
                EventDraft draft = entry.draft();
                Audience audience = draft.audience();
                batch.bind("uid", audience.uid())
                        .bind("seq", entry.seq())
                        .bind("at", Moments.nanos(draft.at()))
                        .bind("only", audience.only())
                        .bind("except", audience.except())
                        .bind("body", bodies.write(draft.event()))
                        .add();
            }
            batch.execute();
        }
    }

    List<EventEntry> after(String uid, long seq) {
        return handle.createQuery("""
                SELECT seq, happened_at, only_device, except_device, body FROM hub_events
                WHERE uid = :uid AND seq > :seq ORDER BY seq""")
                .bind("uid", uid)
                .bind("seq", seq)
                .map((rows, context) -> new EventEntry(
                        rows.getLong(1),
                        new EventDraft(
                                Moments.instant(rows.getLong(2)),
                                new Audience(uid, rows.getString(3), rows.getString(4)),
                                bodies.readEvent(rows.getString(5)))))
                .list();
    }

    /** Removes what happened before a time, in pieces that none of them take long. */
    void prune(Instant before) {
        int removed = PRUNE_AT_ONCE;
        while (removed == PRUNE_AT_ONCE) {
            removed = handle.createUpdate("""
                    DELETE FROM hub_events WHERE (uid, seq) IN
                        (SELECT uid, seq FROM hub_events WHERE happened_at < :before LIMIT :limit)""")
                    .bind("before", Moments.nanos(before))
                    .bind("limit", PRUNE_AT_ONCE)
                    .execute();
        }
    }

    private void trim(String uid, long last) {
        handle.createUpdate("DELETE FROM hub_events WHERE uid = :uid AND seq <= :last")
                .bind("uid", uid)
                .bind("last", last)
                .execute();
    }
}
