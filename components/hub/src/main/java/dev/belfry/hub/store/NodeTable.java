package dev.belfry.hub.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The nodes that are vouched for, within one transaction. */
final class NodeTable {
    private final Handle handle;

    NodeTable(Handle handle) {
        this.handle = handle;
    }

    /** Returns whether the node was known. */
    boolean vouch(String node, Instant until) {
        boolean known = handle.createUpdate("UPDATE hub_nodes SET vouched_until = :until WHERE node = :node")
                        .bind("node", node)
                        .bind("until", Moments.nanos(until))
                        .execute()
                == 1;
        if (!known) {
            handle.createUpdate("""
                    INSERT INTO hub_nodes (node, vouched_until) VALUES (:node, :until) ON CONFLICT DO NOTHING""")
                    .bind("node", node)
                    .bind("until", Moments.nanos(until))
                    .execute();
        }
        return known;
    }

    /** Forgets the nodes that nobody vouches for any more, but those that others hold; returns them. */
    List<String> takeDead(Instant now) {
        List<String> dead = handle.createQuery("""
                SELECT node FROM hub_nodes WHERE vouched_until <= :now ORDER BY node FOR UPDATE SKIP LOCKED""")
                .bind("now", Moments.nanos(now))
                .mapTo(String.class)
                .list();
        if (!dead.isEmpty()) {
            handle.createUpdate("DELETE FROM hub_nodes WHERE node = ANY(:nodes)")
                    .bindArray("nodes", String.class, dead)
                    .execute();
        }
        return dead;
    }
}
