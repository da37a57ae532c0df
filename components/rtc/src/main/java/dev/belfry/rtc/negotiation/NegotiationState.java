package dev.belfry.rtc.negotiation;

/**
 * Where negotiation stands.
 *
 * @param polite whether this side gives way when both offer at once
 * @param ignoringOffer whether the last offer of the peer was ignored, so that its candidates may not fit
 */
record NegotiationState(boolean polite, Phase phase, boolean ignoringOffer) {
    static NegotiationState initial(boolean polite) {
        return new NegotiationState(polite, Phase.STABLE, false);
    }

    NegotiationState in(Phase next) {
        return new NegotiationState(polite, next, ignoringOffer);
    }

    NegotiationState ignoring(boolean value) {
        return new NegotiationState(polite, phase, value);
    }

    /** W3C's signaling states, and when an offer is in the making. */
    enum Phase {
        STABLE,
        MAKING_OFFER,
        HAVE_LOCAL_OFFER,
        HAVE_REMOTE_OFFER,
        CLOSED
    }
}
