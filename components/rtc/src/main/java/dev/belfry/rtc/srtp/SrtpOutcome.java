package dev.belfry.rtc.srtp;

/**
 * What became of a packet.
 *
 * @since 0.1
 */
public enum SrtpOutcome {
    /** The packet was changed in place and may be used. */
    OK,
    /** A packet of this number came before, or it is too old to tell: drop it. */
    REPLAYED,
    /** It is not from the peer, was altered on the way, or is no such packet at all: drop it. */
    FAILED
}
