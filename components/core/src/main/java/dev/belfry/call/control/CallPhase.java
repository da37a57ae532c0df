package dev.belfry.call.control;

/** What a device is doing about its call: which view to show. @since 0.1 */
public enum CallPhase {
    /** No call. */
    IDLE,
    /** This user calls; the hub has not answered yet. */
    DIALING,
    /** This user calls; it may ring on the other side. */
    OUTGOING,
    /** Somebody calls this user. */
    INCOMING,
    /** Accepted; media is on its way. */
    CONNECTING,
    /** Talking. */
    ONGOING,
    /** Over; shown until cleared or the next call. */
    ENDED
}
