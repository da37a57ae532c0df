package dev.belfry.hub.store;

import dev.belfry.hub.service.CallRecord;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The records of calls, within one transaction. */
final class CallTable {
    private static final Logger LOG = System.getLogger(CallTable.class.getName());
    private static final Duration UNREADABLE_WAITS = Duration.ofMinutes(10);

    private final Handle handle;
    private final Bodies bodies;

    CallTable(Handle handle, Bodies bodies) {
        this.handle = handle;
        this.bodies = bodies;
    }

    /** Returns a record; if it is to be held, nobody else changes it until the transaction is over. */
    Optional<CallRecord> find(String sessionId, boolean held) {
        return handle.createQuery(
                        "SELECT body FROM hub_calls WHERE session_id = :session" + (held ? " FOR UPDATE" : ""))
                .bind("session", sessionId)
                .map(Columns.TEXT)
                .findOne()
                .map(bodies::readRecord);
    }

    List<CallRecord> open(String uid) {
        return handle.createQuery("""
                SELECT c.body FROM hub_call_parties p JOIN hub_calls c ON c.session_id = p.session_id
                WHERE p.uid = :uid AND p.is_open
                ORDER BY p.initiated_at, p.session_id""")
                .bind("uid", uid)
                .map(Columns.TEXT)
                .map(bodies::readRecord)
                .list();
    }

    /** Returns calls whose time has come; one that cannot be read is put off, so that it keeps no other waiting. */
    List<CallRecord> takeDue(Instant now, int limit) {
        List<Map.Entry<String, String>> due = handle.createQuery("""
                SELECT session_id, body FROM hub_calls WHERE due_at <= :now
                ORDER BY due_at, session_id LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .bind("now", Moments.nanos(now))
                .bind("limit", limit)
                .map((rows, context) -> Map.entry(rows.getString(1), rows.getString(2)))
                .list();
        List<CallRecord> records = new ArrayList<>();
        for (Map.Entry<String, String> call : due) {
            try {
                records.add(bodies.readRecord(call.getValue()));
            } catch (IllegalStateException unreadable) {
                LOG.log(Level.ERROR, "The call " + call.getKey() + " cannot be read; tried again later", unreadable);
                putOff(call.getKey(), now.plus(UNREADABLE_WAITS));
            }
        }
        return records;
    }

    private void putOff(String sessionId, Instant due) {
        handle.createUpdate("UPDATE hub_calls SET due_at = :due WHERE session_id = :session")
                .bind("session", sessionId)
                .bind("due", Moments.nanos(due))
                .execute();
    }

    @Nullable
    Instant nextDue() {
        return handle.createQuery("SELECT due_at FROM hub_calls WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1")
                .map(Columns.NUMBER)
                .findOne()
                .map(Moments::instant)
                .orElse(null);
    }

    /** Returns whether there was no record under this session id. */
    boolean insert(CallRecord record, @Nullable Instant due) {
        return handle.createUpdate("""
                INSERT INTO hub_calls (session_id, version, due_at, body) VALUES (:session, :version, :due, :body)
                ON CONFLICT DO NOTHING""")
                        .bind("session", record.sessionId())
                        .bind("version", record.version())
                        .bind("due", Moments.nanosOrNull(due))
                        .bind("body", bodies.write(record))
                        .execute()
                == 1;
    }

    /** Returns whether the version stored was the expected one. */
    boolean update(long expected, CallRecord next, @Nullable Instant due) {
        return handle.createUpdate("""
                UPDATE hub_calls SET version = :version, due_at = :due, body = :body
                WHERE session_id = :session AND version = :expected""")
                        .bind("session", next.sessionId())
                        .bind("expected", expected)
                        .bind("version", next.version())
                        .bind("due", Moments.nanosOrNull(due))
                        .bind("body", bodies.write(next))
                        .execute()
                == 1;
    }
}
