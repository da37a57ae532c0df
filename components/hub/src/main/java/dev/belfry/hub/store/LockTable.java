package dev.belfry.hub.store;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Users who are locked, within one transaction: always in the order of their ids, so that nobody waits in a circle. */
final class LockTable {
    private static final int PRUNE_AT_ONCE = 10_000;

    private final Handle handle;

    LockTable(Handle handle) {
        this.handle = handle;
    }

    void lock(Collection<String> uids) {
        TreeSet<String> wanted = new TreeSet<>(uids);
        List<String> held = hold(wanted);
        if (held.size() == wanted.size()) {
            return;
        }
        TreeSet<String> unknown = new TreeSet<>(wanted);
        held.forEach(unknown::remove);
        try (PreparedBatch batch =
                handle.prepareBatch("INSERT INTO hub_locks (uid) VALUES (:uid) ON CONFLICT DO NOTHING")) {
            unknown.forEach(uid -> batch.bind("uid", uid).add());
            batch.execute();
        }
        if (hold(unknown).size() < unknown.size()) {
            throw new Conflict();
        }
    }

    /** Removes the rows of users who have no devices, but those that are held; whoever locks such a user makes it anew. */
    void prune() {
        List<String> idle = handle.createQuery("""
                SELECT l.uid FROM hub_locks l
                WHERE NOT EXISTS (SELECT 1 FROM hub_devices d WHERE d.uid = l.uid)
                ORDER BY l.uid LIMIT :limit FOR UPDATE SKIP LOCKED""")
                .bind("limit", PRUNE_AT_ONCE)
                .map(Columns.TEXT)
                .list();
        handle.createUpdate("DELETE FROM hub_locks WHERE uid = ANY(:uids)")
                .bindArray("uids", String.class, idle)
                .execute();
    }

    private List<String> hold(Collection<String> uids) {
        return handle.createQuery("SELECT uid FROM hub_locks WHERE uid = ANY(:uids) ORDER BY uid FOR UPDATE")
                .bindArray("uids", String.class, uids)
                .map(Columns.TEXT)
                .list();
    }
}
