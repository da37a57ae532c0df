package dev.belfry.hub.service;

import dev.belfry.call.Group;
import dev.belfry.call.User;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The users and groups that can be called. Thread-safe. Whether a user is online is the hub's to say.
 *
 * @since 0.1
 */
public interface Directory {
    Optional<User> user(String uid);

    /** Returns those of these users that there are, by uid. A directory that is far away answers this in one go. */
    default Map<String, User> users(Collection<String> uids) {
        Map<String, User> found = new LinkedHashMap<>();
        uids.forEach(uid -> user(uid).ifPresent(user -> found.put(uid, user)));
        return found;
    }

    /** Returns the users whose name or uid contains the text, whatever its case; all for an empty one. By name. */
    List<User> search(String text);

    Optional<Group> group(String guid);

    /** Returns the uids of a group's members; none for an unknown group. */
    List<String> members(String guid);

    /** Returns whether a user may call a group: by default whether it is a member. */
    default boolean mayCall(String uid, String guid) {
        return members(guid).contains(uid);
    }
}
