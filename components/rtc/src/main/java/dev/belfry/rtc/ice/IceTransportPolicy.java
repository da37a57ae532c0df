package dev.belfry.rtc.ice;

/** Which candidates may be used. @since 0.1 */
public enum IceTransportPolicy {
    /** Every kind. */
    ALL,
    /** Relayed ones alone: the peer learns no address of this machine. */
    RELAY
}
