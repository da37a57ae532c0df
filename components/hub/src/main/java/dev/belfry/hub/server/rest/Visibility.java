package dev.belfry.hub.server.rest;

import dev.belfry.call.User;

/**
 * Who may learn of whom: find a user in the directory, see whether that user is online, and call. Called on the server's
 * threads, several at a time. Guests are not asked for: they see whom they may call and nobody else, and nobody finds
 * them.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Visibility {
    /** Every user may learn of every user. */
    Visibility EVERYONE = (viewer, other) -> true;

    /**
     * Returns whether a user may learn of another.
     *
     * @param viewer the uid of the one who asks
     */
    boolean maySee(String viewer, User other);
}
