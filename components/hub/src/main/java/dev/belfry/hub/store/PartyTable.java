package dev.belfry.hub.store;

import dev.belfry.hub.service.CallRecord;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The users' parts in calls, within one transaction. */
final class PartyTable {
    private final Handle handle;

    PartyTable(Handle handle) {
        this.handle = handle;
    }

    void insert(CallRecord record) {
        insert(PartyRow.of(record).values());
    }

    /** Writes the rows in which a record differs from what it was. */
    void update(CallRecord before, CallRecord next) {
        Map<String, PartyRow> old = PartyRow.of(before);
        Map<String, PartyRow> rows = PartyRow.of(next);
        insert(rows.values().stream().filter(row -> !old.containsKey(row.uid())).toList());
        update(rows.values().stream()
                .filter(row -> old.containsKey(row.uid()) && !row.equals(old.get(row.uid())))
                .toList());
    }

    private void insert(Collection<PartyRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO hub_call_parties (uid, session_id, initiated_at, is_open, is_logged, is_outgoing, type,
                    status, other_uid, guid)
                VALUES (:uid, :session, :initiated, :open, :logged, :outgoing, :type, :status, :other, :guid)""")) {
            for (PartyRow row : rows) {
                batch.bind("uid", row.uid())
                        .bind("session", row.sessionId())
                        .bind("initiated", Moments.nanos(row.initiatedAt()))
                        .bind("open", row.open())
                        .bind("logged", row.logged())
                        .bind("outgoing", row.outgoing())
                        .bind("type", row.type().name())
                        .bind("status", row.status().name())
                        .bind("other", row.otherUid())
                        .bind("guid", row.guid())
                        .add();
            }
            batch.execute();
        }
    }

    private void update(Collection<PartyRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                UPDATE hub_call_parties SET is_open = :open, is_logged = :logged, status = :status
                WHERE uid = :uid AND session_id = :session""")) {
            for (PartyRow row : rows) {
                batch.bind("uid", row.uid())
                        .bind("session", row.sessionId())
                        .bind("open", row.open())
                        .bind("logged", row.logged())
                        .bind("status", row.status().name())
                        .add();
            }
            batch.execute();
        }
    }
}
