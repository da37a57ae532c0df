package dev.belfry.call;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user who can be called.
 *
 * @param uid the user's unique id
 * @param name the name to show
 * @param avatar where the user's picture is, or null
 * @param online whether one of the user's devices is connected
 * @param role the user's role in the host's terms, or null
 * @since 0.1
 */
public record User(
        String uid,
        String name,
        @Nullable URI avatar,
        boolean online,
        @Nullable String role) implements CallParty {
    public User {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(name, "name");
    }

    /** Returns a user with a name and no more, taken to be online. */
    public static User of(String uid, String name) {
        return new User(uid, name, null, true, null);
    }

    @Override
    public String id() {
        return uid;
    }

    @Override
    public ReceiverType receiverType() {
        return ReceiverType.USER;
    }
}
