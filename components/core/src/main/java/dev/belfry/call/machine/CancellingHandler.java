package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Refresh;
import dev.belfry.call.machine.CallEffect.SendEnd;
import dev.belfry.call.machine.CallEffect.SendReject;
import dev.belfry.call.machine.CallState.Cancelling;
import dev.belfry.call.machine.CallState.Ending;

/** Taken back. The hub decides whether the cancel or an accept was first: a cancel that lost becomes an end. */
final class CancellingHandler extends OverHandler {
    private final Cancelling state;

    CancellingHandler(Cancelling state) {
        super(state);
        this.state = state;
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return ignore(Reason.DUPLICATE);
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
    public Transition hubAccepted(CallEvent.HubAccepted event) {
        return found(event.call());
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        return event.call().status().isTerminal() ? over(event.call()) : ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        return stay(new SendReject(CallStatus.CANCELLED));
    }

    @Override
    public Transition initiateAnswered(CallEvent.InitiateAnswered event) {
        Call call = event.call();
        if (isRinging(call)) {
            return Transition.to(new Cancelling(call, state.reason()), new SendReject(CallStatus.CANCELLED));
        }
        return isOngoing(call) ? endInstead(call) : over(call);
    }

    @Override
    public Transition initiateFailed(CallEvent.InitiateFailed event) {
        return settled(state.call(), state.reason());
    }

    @Override
    public Transition rejectAnswered(CallEvent.RejectAnswered event) {
        return found(event.call());
    }

    @Override
    public Transition rejectFailed(CallEvent.RejectFailed event) {
        CallException error = event.error();
        if (isLineDown(error)) {
            return ignore(Reason.NOT_NOW);
        }
        if (error.code() == ErrorCode.ERR_CALL_SESSION_NOT_FOUND) {
            // Either the hub will stop the call when it comes, or there is none.
            return state.call() == null && state.reason() == EndReason.CANCELLED
                    ? ignore(Reason.NOT_NOW)
                    : settled(state.call(), state.reason());
        }
        return stay(new Refresh());
    }

    @Override
    public Transition refreshed(CallEvent.Refreshed event) {
        return found(event.call());
    }

    @Override
    public Transition refreshFailed(CallEvent.RefreshFailed event) {
        return isLineDown(event.error()) ? ignore(Reason.NOT_NOW) : settled(state.call(), state.reason());
    }

    private Transition found(Call call) {
        if (isStale(call)) {
            return ignore(Reason.STALE);
        }
        if (isOngoing(call)) {
            return endInstead(call);
        }
        return call.status().isTerminal() ? over(call) : ignore(Reason.STALE);
    }

    private Transition over(Call call) {
        boolean wanted = state.reason() == EndReason.CANCELLED;
        return settled(call, wanted ? Closing.reason(Closing.noticeForCaller(call), call) : state.reason());
    }

    private Transition endInstead(Call call) {
        return Transition.to(new Ending(call, state.reason()), new SendEnd());
    }
}
