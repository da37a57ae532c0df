package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.CloseSession;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Refresh;
import dev.belfry.call.machine.CallEffect.Report;
import dev.belfry.call.machine.CallState.AcceptLost;
import dev.belfry.call.machine.CallState.Incoming;
import dev.belfry.call.machine.CallState.RangOut;

/** The hub refused the accept; how the call stands decides what the user is told. */
final class AcceptLostHandler extends LiveHandler {
    private final AcceptLost state;

    AcceptLostHandler(AcceptLost state) {
        super(state);
        this.state = state;
    }

    @Override
    public Transition accept(CallEvent.Accept event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return declining(state.call(), CallStatus.REJECTED);
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return refuse(ErrorCode.ERR_CALL_NOT_A_PART);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return declining(state.call(), CallStatus.REJECTED);
    }

    @Override
    public Transition hangUp(CallEvent.HangUp event) {
        return declining(state.call(), CallStatus.REJECTED);
    }

    @Override
    public Transition hubIncoming(CallEvent.HubIncoming event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        return closedUnlessStale(event);
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        return stay(new Refresh());
    }

    @Override
    public Transition refreshed(CallEvent.Refreshed event) {
        Call call = event.call();
        if (isStale(call)) {
            return ignore(Reason.STALE);
        }
        if (call.status().isTerminal()) {
            return closed(Closing.noticeForReceiver(call), call);
        }
        if (isOngoing(call)) {
            return closed(CallNotice.ANSWERED_ELSEWHERE, call);
        }
        return ringAgain(call, state.error());
    }

    @Override
    public Transition refreshFailed(CallEvent.RefreshFailed event) {
        if (isLineDown(event.error())) {
            return ignore(Reason.NOT_NOW);
        }
        return isGone(event.error())
                ? closed(CallNotice.CANCELLED, state.call())
                : ringAgain(state.call(), event.error());
    }

    @Override
    public Transition mediaError(CallEvent.MediaError event) {
        return stay(new Report(event.error()));
    }

    @Override
    public Transition ringTimeOver(CallEvent.RingTimeOver event) {
        return Transition.to(new RangOut(state.call(), false), new CloseSession(false));
    }

    /** It rings still: the refusal had another reason, and the user may try again. */
    private static Transition ringAgain(Call call, CallException error) {
        return Transition.to(new Incoming(call), new Report(error), new CloseSession(false));
    }
}
