package dev.belfry.call;

/**
 * A user or a group, as one end of a call.
 *
 * @since 0.1
 */
public sealed interface CallParty permits User, Group {
    /** Returns the uid of a user, the guid of a group. */
    String id();

    /** Returns the name to show. */
    String name();

    /** Returns which of the two this is. */
    ReceiverType receiverType();
}
