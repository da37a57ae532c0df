package dev.belfry.rtc.negotiation;

import dev.belfry.rtc.negotiation.NegotiationState.Phase;
import java.util.List;

/**
 * Whose turn it is to offer, as a function (W3C WebRTC 1.0 section 10.7). When both sides offer at once, the polite one
 * withdraws its offer and takes the other's; the impolite one ignores what it gets and waits for its answer.
 */
final class PerfectNegotiation {
    private PerfectNegotiation() {}

    /** A new state and what is to be done. */
    record Transition(NegotiationState state, List<NegotiationEffect> effects) {}

    static Transition step(NegotiationState state, NegotiationEvent event) {
        if (state.phase() == Phase.CLOSED) {
            return to(state, NegotiationEffect.IGNORE);
        }
        return switch (event) {
            case NEGOTIATION_NEEDED -> needed(state);
            case LOCAL_OFFER_SET -> offerSet(state);
            case LOCAL_ANSWER_SET -> answerSet(state);
            case REMOTE_OFFER -> offer(state);
            case REMOTE_ANSWER -> answer(state);
            case REMOTE_CANDIDATE ->
                to(state, state.ignoringOffer() ? NegotiationEffect.TRY_CANDIDATE : NegotiationEffect.ADD_CANDIDATE);
            case CLOSE -> to(state.in(Phase.CLOSED));
        };
    }

    private static Transition needed(NegotiationState state) {
        return state.phase() == Phase.STABLE
                ? to(state.in(Phase.MAKING_OFFER), NegotiationEffect.MAKE_OFFER)
                : to(state, NegotiationEffect.POSTPONE);
    }

    /** An offer that the peer's came before is not sent. */
    private static Transition offerSet(NegotiationState state) {
        return state.phase() == Phase.MAKING_OFFER
                ? to(state.in(Phase.HAVE_LOCAL_OFFER), NegotiationEffect.SEND_OFFER)
                : to(state, NegotiationEffect.IGNORE);
    }

    private static Transition answerSet(NegotiationState state) {
        return state.phase() == Phase.HAVE_REMOTE_OFFER
                ? to(state.in(Phase.STABLE), NegotiationEffect.SEND_ANSWER, NegotiationEffect.CHECK_IF_NEEDED)
                : to(state, NegotiationEffect.IGNORE);
    }

    private static Transition offer(NegotiationState state) {
        boolean collision = state.phase() == Phase.MAKING_OFFER || state.phase() == Phase.HAVE_LOCAL_OFFER;
        if (collision && !state.polite()) {
            return to(state.ignoring(true), NegotiationEffect.IGNORE);
        }
        NegotiationEffect apply =
                collision ? NegotiationEffect.WITHDRAW_AND_APPLY_OFFER : NegotiationEffect.APPLY_OFFER;
        return to(state.in(Phase.HAVE_REMOTE_OFFER).ignoring(false), apply, NegotiationEffect.MAKE_ANSWER);
    }

    private static Transition answer(NegotiationState state) {
        return state.phase() == Phase.HAVE_LOCAL_OFFER
                ? to(
                        state.in(Phase.STABLE).ignoring(false),
                        NegotiationEffect.APPLY_ANSWER,
                        NegotiationEffect.CHECK_IF_NEEDED)
                : to(state, NegotiationEffect.REFUSE);
    }

    private static Transition to(NegotiationState state, NegotiationEffect... effects) {
        return new Transition(state, List.of(effects));
    }
}
