package dev.belfry.hub.store;

import dev.belfry.hub.service.CallRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The records of calls, within one transaction. */
final class CallTable {
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
                .mapTo(String.class)
                .findOne()
                .map(bodies::readRecord);
    }

    List<CallRecord> open(String uid) {
        return handle.createQuery("""
                SELECT c.body FROM hub_call_parties p JOIN hub_calls c ON c.session_id = p.session_id
                WHERE p.uid = :uid AND p.is_open
                ORDER BY p.initiated_at, p.session_id""")
                .bind("uid", uid)
                .mapTo(String.class)
                .map(bodies::readRecord)
                .list();
    }

    List<CallRecord> takeDue(Instant now, int limit) {
        return handle.createQuery("""
                SELECT body FROM hub_calls WHERE due_at <= :now
                ORDER BY due_at, session_id LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .bind("now", Moments.nanos(now))
                .bind("limit", limit)
                .mapTo(String.class)
                .map(bodies::readRecord)
                .list();
    }

    @Nullable
    Instant nextDue() {
        return handle.createQuery("SELECT due_at FROM hub_calls WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1")
                .mapTo(Long.class)
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
