package dev.belfry.hub.store;

import dev.belfry.call.Group;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The groups of the directory, on one connection. */
final class GroupTable {
    private final Handle handle;

    GroupTable(Handle handle) {
        this.handle = handle;
    }

    Optional<GroupRow> find(String guid) {
        List<String> members = handle.createQuery("SELECT uid FROM hub_members WHERE guid = :guid ORDER BY position")
                .bind("guid", guid)
                .mapTo(String.class)
                .list();
        return handle.createQuery("SELECT name, icon FROM hub_groups WHERE guid = :guid")
                .bind("guid", guid)
                .map((rows, context) -> new GroupRow(
                        new Group(guid, rows.getString("name"), UserTable.uri(rows.getString("icon")), members.size()),
                        members))
                .findOne();
    }

    /** Adds a group or replaces the one with this guid; returns whether there was none. */
    boolean put(Group group, List<String> members) {
        boolean known =
                bound(handle.createUpdate("UPDATE hub_groups SET name = :name, icon = :icon WHERE guid = :guid"), group)
                                .execute()
                        == 1;
        if (!known) {
            boolean first = bound(handle.createUpdate("""
                            INSERT INTO hub_groups (guid, name, icon) VALUES (:guid, :name, :icon)
                            ON CONFLICT DO NOTHING"""), group).execute() == 1;
            if (!first) {
                throw new Conflict();
            }
        }
        replace(group.guid(), members);
        return !known;
    }

    private void replace(String guid, List<String> members) {
        handle.createUpdate("DELETE FROM hub_members WHERE guid = :guid")
                .bind("guid", guid)
                .execute();
        if (members.isEmpty()) {
            return;
        }
        try (PreparedBatch batch =
                handle.prepareBatch("INSERT INTO hub_members (guid, position, uid) VALUES (:guid, :position, :uid)")) {
            for (int position = 0; position < members.size(); position++) {
                batch.bind("guid", guid)
                        .bind("position", position)
                        .bind("uid", members.get(position))
                        .add();
            }
            batch.execute();
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Group group) {
        return statement
                .bind("guid", group.guid())
                .bind("name", group.name())
                .bind("icon", UserTable.text(group.icon()));
    }
}
