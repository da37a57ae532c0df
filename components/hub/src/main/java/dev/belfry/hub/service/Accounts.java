package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import java.time.Instant;
import java.util.List;

/**
 * A directory that a host's back end fills. Thread-safe.
 *
 * @since 0.1
 */
public interface Accounts extends Directory {
    /**
     * Adds a user, or replaces the one with this uid; whether the user is online is not kept.
     *
     * @throws CallException ERR_UNAVAILABLE if the accounts cannot be reached
     */
    void put(User user) throws CallException;

    /**
     * Adds a user who comes but once, or replaces the one with this uid. It may be forgotten after a time, unless a call
     * tells of that user; by default it is not.
     *
     * @param until until when the user is kept for certain
     * @throws CallException ERR_UNAVAILABLE if the accounts cannot be reached
     */
    default void put(User guest, Instant until) throws CallException {
        put(guest);
    }

    /**
     * Adds a group with its members, or replaces the one with this guid; the count of members is taken from here.
     *
     * @throws CallException ERR_UNAVAILABLE if the accounts cannot be reached
     */
    void put(Group group, List<String> members) throws CallException;
}
