package dev.belfry.rtc.ice;

/** From which of this machine's addresses candidates are gathered. @since 0.1 */
public enum IceNetwork {
    /** Every interface that is up, except loopback. */
    INTERFACES,
    /** {@code 127.0.0.1} and {@code ::1} alone: for tests, and for both ends on one machine. */
    LOOPBACK,
    /** Both. */
    INTERFACES_AND_LOOPBACK
}
