package dev.belfry.call;

/** Whom a call is for. @since 0.1 */
public enum ReceiverType {
    /** One user, on all of that user's devices. */
    USER,
    /** Every member of a group but the caller. */
    GROUP
}
