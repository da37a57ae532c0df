package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.AlreadySo;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.SendEnd;
import dev.belfry.call.machine.CallState.Ended;

/** Over; nothing changes this. */
final class EndedHandler extends OverHandler {
    private final Ended state;

    EndedHandler(Ended state) {
        super(state);
        this.state = state;
    }

    @Override
    public Transition dial(CallEvent.Dial event) {
        return refuse(ErrorCode.ERR_CALL_TERMINATED);
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return asItWas();
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return asItWas();
    }

    @Override
    public Transition end(CallEvent.End event) {
        Call call = state.call();
        boolean left = state.byLocal() && state.reason() == EndReason.HANG_UP && call != null && isOngoing(call);
        // This device only left; now its user wants it to end for all.
        return left ? stay(new SendEnd()) : asItWas();
    }

    @Override
    public Transition initiateAnswered(CallEvent.InitiateAnswered event) {
        return ignore(Reason.OVER);
    }

    @Override
    public Transition initiateFailed(CallEvent.InitiateFailed event) {
        return ignore(Reason.OVER);
    }

    @Override
    public Transition acceptAnswered(CallEvent.AcceptAnswered event) {
        return ignore(Reason.OVER);
    }

    @Override
    public Transition acceptFailed(CallEvent.AcceptFailed event) {
        return ignore(Reason.OVER);
    }

    @Override
    public Transition rejectAnswered(CallEvent.RejectAnswered event) {
        return ignore(Reason.OVER);
    }

    @Override
    public Transition rejectFailed(CallEvent.RejectFailed event) {
        return ignore(Reason.OVER);
    }

    @Override
    public Transition endAnswered(CallEvent.EndAnswered event) {
        return ignore(Reason.OVER);
    }

    @Override
    public Transition endFailed(CallEvent.EndFailed event) {
        return ignore(Reason.OVER);
    }

    @Override
    public Transition refreshed(CallEvent.Refreshed event) {
        return ignore(Reason.OVER);
    }

    @Override
    public Transition refreshFailed(CallEvent.RefreshFailed event) {
        return ignore(Reason.OVER);
    }

    private Transition asItWas() {
        Call call = state.call();
        return call == null ? refuse(ErrorCode.ERR_CALL_TERMINATED) : stay(new AlreadySo(call));
    }
}
