package dev.belfry.rtc.negotiation;

/** What can happen to negotiation: by this side the first three and the last, by the peer the others. */
enum NegotiationEvent {
    /** This side wants something that was not described. */
    NEGOTIATION_NEEDED,
    /** The offer was made and is the local description. */
    LOCAL_OFFER_SET,
    /** The answer was made and is the local description. */
    LOCAL_ANSWER_SET,
    REMOTE_OFFER,
    REMOTE_ANSWER,
    REMOTE_CANDIDATE,
    CLOSE
}
