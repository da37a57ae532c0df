package dev.belfry.call.machine;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.SendAccept;
import dev.belfry.call.machine.CallEffect.SendEnd;
import dev.belfry.call.machine.CallState.Ending;
import dev.belfry.call.machine.CallState.HangingUp;

/** Hung up while the accept was on its way: its answer decides whether there is a call to end. */
final class HangingUpHandler extends OverHandler {
    private final HangingUp state;

    HangingUpHandler(HangingUp state) {
        super(state);
        this.state = state;
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return refuse(ErrorCode.ERR_CALL_NOT_A_PART);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        return event.call().status().isTerminal() || event.notice() == CallNotice.ANSWERED_ELSEWHERE
                ? settled(event.call(), state.reason())
                : ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        // Whose accept was first is not known: the hub knows, and answers a second one as it did the first.
        return stay(new SendAccept());
    }

    @Override
    public Transition acceptAnswered(CallEvent.AcceptAnswered event) {
        return isOngoing(event.call())
                ? Transition.to(new Ending(event.call(), state.reason()), new SendEnd())
                : settled(event.call(), state.reason());
    }

    @Override
    public Transition acceptFailed(CallEvent.AcceptFailed event) {
        return isLineDown(event.error()) ? ignore(Reason.NOT_NOW) : settled(state.call(), state.reason());
    }
}
