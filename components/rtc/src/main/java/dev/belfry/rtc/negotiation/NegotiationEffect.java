package dev.belfry.rtc.negotiation;

/** What is to be done, in this order, before the next event. */
enum NegotiationEffect {
    /** Make an offer and set it as the local description. */
    MAKE_OFFER,
    SEND_OFFER,
    /** Set the peer's offer; if it cannot be, all is as before the event. */
    APPLY_OFFER,
    /** As above, and with it withdraw this side's own offer. */
    WITHDRAW_AND_APPLY_OFFER,
    /** Make an answer and set it as the local description. */
    MAKE_ANSWER,
    SEND_ANSWER,
    /** Set the peer's answer; if it cannot be, all is as before the event. */
    APPLY_ANSWER,
    /** Find out whether negotiation is needed (again). */
    CHECK_IF_NEEDED,
    ADD_CANDIDATE,
    /** Add the candidate, and do not mind if it does not fit: it may belong to an offer that was ignored. */
    TRY_CANDIDATE,
    /** Do nothing: it is over, or the peer will give way. */
    IGNORE,
    /** Nothing may be done now; it is found out again once the state is stable. */
    POSTPONE,
    /** Tell that this came out of turn. */
    REFUSE
}
