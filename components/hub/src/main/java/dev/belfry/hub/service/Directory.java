package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The users and groups that can be called. Thread-safe. Whether a user is online is the hub's to say. Every method fails
 * with ERR_UNAVAILABLE if the directory cannot be reached.
 *
 * @since 0.1
 */
public interface Directory {
    Optional<User> user(String uid) throws CallException;

    /** Returns those of these users that there are, by uid. A directory that is far away answers this in one go. */
    default Map<String, User> users(Collection<String> uids) throws CallException {
        Map<String, User> found = new LinkedHashMap<>();
        for (String uid : uids) {
            user(uid).ifPresent(user -> found.put(uid, user));
        }
        return found;
    }

    /** Returns the users whose name or uid contains the text, whatever its case; all for an empty one. By name. */
    List<User> search(String text) throws CallException;

    Optional<Group> group(String guid) throws CallException;

    /** Returns the uids of a group's members; none for an unknown group. */
    List<String> members(String guid) throws CallException;

    /** Returns whether a user may call a group: by default whether it is a member. */
    default boolean mayCall(String uid, String guid) throws CallException {
        return members(guid).contains(uid);
    }
}
