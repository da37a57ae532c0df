package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.SendEnd;
import dev.belfry.call.machine.CallState.Ending;

/** Ended by this device; the hub gives everyone who ends it the same record. */
final class EndingHandler extends OverHandler {
    private final Ending state;

    EndingHandler(Ending state) {
        super(state);
        this.state = state;
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return refuse(ErrorCode.ERR_CALL_TERMINATED);
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        return event.call().status().isTerminal() ? over(event.call()) : ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        return stay(new SendEnd());
    }

    @Override
    public Transition endAnswered(CallEvent.EndAnswered event) {
        return over(event.call());
    }

    @Override
    public Transition endFailed(CallEvent.EndFailed event) {
        return isLineDown(event.error()) ? ignore(Reason.NOT_NOW) : settled(state.call(), state.reason());
    }

    private Transition over(Call call) {
        return settled(call, Closing.reason(state.reason(), call));
    }
}
