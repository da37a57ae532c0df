package dev.belfry.call;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A group that can be called: every member's devices ring.
 *
 * @param guid the group's unique id
 * @param name the name to show
 * @param icon where the group's picture is, or null
 * @param membersCount how many users belong to it
 * @since 0.1
 */
public record Group(String guid, String name, @Nullable URI icon, int membersCount) implements CallParty {
    public Group {
        Objects.requireNonNull(guid, "guid");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String id() {
        return guid;
    }

    @Override
    public ReceiverType receiverType() {
        return ReceiverType.GROUP;
    }
}
