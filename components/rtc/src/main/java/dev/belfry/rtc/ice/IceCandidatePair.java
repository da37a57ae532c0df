package dev.belfry.rtc.ice;

/** A path: packets go from the local to the remote candidate. @since 0.1 */
public record IceCandidatePair(IceCandidate local, IceCandidate remote) {}
