package dev.belfry.call;

/** Why a call is over, for this device. @since 0.1 */
public enum EndReason {
    /** A participant hung up. */
    HANG_UP,
    /** The receiver declined. */
    DECLINED,
    /** The receiver is on another call. */
    BUSY,
    /** The caller took the call back. */
    CANCELLED,
    /** Nobody answered in time. */
    UNANSWERED,
    /** Another device of the same user answered or declined. */
    ANSWERED_ELSEWHERE,
    /** Accepted, but one side's media never joined. */
    JOIN_FAILED,
    /** The connection was lost and did not come back. */
    CONNECTION_LOST,
    /** Somebody was alone in it for too long. */
    IDLE_TIMEOUT
}
