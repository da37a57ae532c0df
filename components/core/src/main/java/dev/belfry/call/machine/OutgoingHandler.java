package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.CloseSession;
import dev.belfry.call.machine.CallEffect.NotifyCall;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Refresh;
import dev.belfry.call.machine.CallEffect.Report;
import dev.belfry.call.machine.CallState.Outgoing;
import dev.belfry.call.machine.CallState.RangOut;

/** The hub rings the other side. */
final class OutgoingHandler extends LiveHandler {
    private final Outgoing state;

    OutgoingHandler(Outgoing state) {
        super(state);
        this.state = state;
    }

    @Override
    public Transition dial(CallEvent.Dial event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition accept(CallEvent.Accept event) {
        return refuse(ErrorCode.ERR_CALL_NOT_A_PART);
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return refuse(ErrorCode.ERR_CALL_NOT_A_PART);
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return cancelling(state.call(), EndReason.CANCELLED);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return refuse(ErrorCode.ERR_CALL_NOT_STARTED);
    }

    @Override
    public Transition hangUp(CallEvent.HangUp event) {
        return cancelling(state.call(), EndReason.CANCELLED);
    }

    @Override
    public Transition hubAccepted(CallEvent.HubAccepted event) {
        return isStale(event.call()) ? ignore(Reason.STALE) : accepted(event.call());
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        return found(event.notice(), event.call());
    }

    @Override
    public Transition hubRemoteRinging(CallEvent.HubRemoteRinging event) {
        if (state.remoteRinging()) {
            return ignore(Reason.DUPLICATE);
        }
        Call call = isStale(event.call()) ? state.call() : event.call();
        return Transition.to(new Outgoing(call, true), new NotifyCall(CallNotice.REMOTE_RINGING, call));
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        return stay(new Refresh());
    }

    @Override
    public Transition initiateAnswered(CallEvent.InitiateAnswered event) {
        return refreshed(new CallEvent.Refreshed(event.call()));
    }

    @Override
    public Transition initiateFailed(CallEvent.InitiateFailed event) {
        return ignore(Reason.STALE);
    }

    @Override
    public Transition refreshed(CallEvent.Refreshed event) {
        Call call = event.call();
        if (isStale(call)) {
            return ignore(Reason.STALE);
        }
        if (isRinging(call)) {
            return Transition.to(new Outgoing(call, state.remoteRinging()));
        }
        return isOngoing(call) ? accepted(call) : closed(Closing.noticeForCaller(call), call);
    }

    @Override
    public Transition refreshFailed(CallEvent.RefreshFailed event) {
        return isGone(event.error()) ? closed(CallNotice.ENDED, state.call()) : ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition mediaError(CallEvent.MediaError event) {
        return stay(new Report(event.error()));
    }

    @Override
    public Transition ringTimeOver(CallEvent.RingTimeOver event) {
        return Transition.to(new RangOut(state.call(), true), new CloseSession(false));
    }

    /** In a group, one member's decline does not close the call. */
    private Transition found(CallNotice notice, Call call) {
        if (isStale(call)) {
            return ignore(Reason.STALE);
        }
        return call.status().isTerminal()
                ? closed(notice, call)
                : Transition.to(new Outgoing(call, state.remoteRinging()));
    }
}
