package dev.belfry.hub.store;

import dev.belfry.call.Group;
import java.util.List;

/** A group and the uids of its members. */
record GroupRow(Group group, List<String> members) {
    GroupRow {
        members = List.copyOf(members);
    }
}
