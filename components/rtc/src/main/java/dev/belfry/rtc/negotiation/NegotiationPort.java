package dev.belfry.rtc.negotiation;

/**
 * What a {@link Negotiator} needs of the connection. Called within the negotiator's methods, on their thread; must not
 * call back.
 *
 * @since 0.1
 */
public interface NegotiationPort {
    /**
     * Returns how this side is reached and known.
     *
     * @param newRound whether the description is to begin a new round of ICE: credentials unlike any before
     */
    LocalTransport localTransport(boolean newRound);

    /** Both sides agree, again or for the first time. Called before the answer of this side is sent. */
    void agreed(Agreement agreement);

    void sendOffer(String description);

    void sendAnswer(String description);
}
