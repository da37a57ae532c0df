package dev.belfry.hub.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Calls that were taken back before they came to exist, within one transaction. */
final class BuriedTable {
    private final Handle handle;

    BuriedTable(Handle handle) {
        this.handle = handle;
    }

    void bury(String sessionId, String uid, Instant now) {
        handle.createUpdate("""
                INSERT INTO hub_buried (session_id, uid, buried_at) VALUES (:session, :uid, :now)
                ON CONFLICT DO NOTHING""")
                .bind("session", sessionId)
                .bind("uid", uid)
                .bind("now", Moments.nanos(now))
                .execute();
    }

    boolean isBuried(String sessionId, String uid) {
        return handle.createQuery("SELECT 1 FROM hub_buried WHERE session_id = :session AND uid = :uid")
                .bind("session", sessionId)
                .bind("uid", uid)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    void prune(Instant before) {
        handle.createUpdate("DELETE FROM hub_buried WHERE buried_at < :before")
                .bind("before", Moments.nanos(before))
                .execute();
    }
}
