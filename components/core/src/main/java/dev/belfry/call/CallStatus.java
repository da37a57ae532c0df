package dev.belfry.call;

/**
 * Where a call stands. A call starts {@link #INITIATED}, becomes {@link #ONGOING} once accepted, and ends in exactly
 * one of the others; an ended call never changes again.
 *
 * @since 0.1
 */
public enum CallStatus {
    /** Ringing, not answered. */
    INITIATED,
    /** Accepted; media may flow. */
    ONGOING,
    /** Declined by the receiver. */
    REJECTED,
    /** Taken back by the caller before it was answered. */
    CANCELLED,
    /** The receiver is on another call. */
    BUSY,
    /** Nobody answered within the ring timeout. */
    UNANSWERED,
    /** Ended after it was accepted. */
    ENDED;

    /** Returns whether a call with this status never changes again. */
    public boolean isTerminal() {
        return this != INITIATED && this != ONGOING;
    }
}
