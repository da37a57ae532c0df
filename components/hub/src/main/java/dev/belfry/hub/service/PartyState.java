package dev.belfry.hub.service;

/** How far one user is with one call. @since 0.1 */
public enum PartyState {
    /** The user's devices ring. */
    RINGING,
    /** The user called, or accepted: in the call, or about to join. */
    ACCEPTED,
    /** The user left the session and may come back while others are in it. */
    LEFT,
    /** The hub took the user out: the media never joined, or the device was lost. */
    GONE,
    /** The user declined. */
    REJECTED,
    /** Every device of the user said it was busy. */
    BUSY,
    /** The user did not answer before ringing stopped. */
    UNANSWERED,
    /** The caller took the call back. */
    CANCELLED
}
