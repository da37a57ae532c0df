package dev.belfry.hub.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The number of each user's latest event, within one transaction. */
final class Mailboxes {
    private final Handle handle;

    Mailboxes(Handle handle) {
        this.handle = handle;
    }

    long head(String uid) {
        return handle.createQuery("SELECT head FROM hub_mailboxes WHERE uid = :uid")
                .bind("uid", uid)
                .map(Columns.NUMBER)
                .findOne()
                .orElse(0L);
    }

    /** Returns the heads of those of these users who ever had an event. */
    Map<String, Long> heads(Collection<String> uids) {
        Map<String, Long> heads = new HashMap<>();
        handle.createQuery("SELECT uid, head FROM hub_mailboxes WHERE uid = ANY(:uids)")
                .bindArray("uids", String.class, uids)
                .map((rows, context) -> heads.put(rows.getString(1), rows.getLong(2)))
                .forEach(previous -> {});
        return heads;
    }

    /**
     * Takes the next numbers of users, whose heads nobody else moves until the transaction is over: so the order of
     * numbers is the order of commits.
     *
     * @param counts how many numbers each user needs
     * @return each user's head before
     */
    SortedMap<String, Long> advance(SortedMap<String, Integer> counts) {
        SortedMap<String, Long> heads = hold(counts.keySet());
        if (heads.size() < counts.size()) {
            create(counts.keySet(), heads.keySet());
            heads = hold(counts.keySet());
        }
        if (heads.size() < counts.size()) {
            throw new Conflict();
        }
        move(heads, counts);
        return heads;
    }

    private void move(SortedMap<String, Long> heads, SortedMap<String, Integer> counts) {
        try (PreparedBatch batch = handle.prepareBatch("UPDATE hub_mailboxes SET head = :head WHERE uid = :uid")) {
            counts.forEach((uid, count) -> batch.bind("uid", uid)
                    .bind("head", heads.getOrDefault(uid, 0L) + count)
                    .add());
            batch.execute();
        }
    }

    private SortedMap<String, Long> hold(Set<String> uids) {
        SortedMap<String, Long> heads = new TreeMap<>();
        handle.createQuery("SELECT uid, head FROM hub_mailboxes WHERE uid = ANY(:uids) ORDER BY uid FOR UPDATE")
                .bindArray("uids", String.class, uids)
                .map((rows, context) -> heads.put(rows.getString(1), rows.getLong(2)))
                .forEach(previous -> {});
        return heads;
    }

    private void create(Set<String> wanted, Set<String> known) {
        TreeSet<String> missing = new TreeSet<>(wanted);
        missing.removeAll(known);
        try (PreparedBatch batch =
                handle.prepareBatch("INSERT INTO hub_mailboxes (uid, head) VALUES (:uid, 0) ON CONFLICT DO NOTHING")) {
            missing.forEach(uid -> batch.bind("uid", uid).add());
            batch.execute();
        }
    }
}
