package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Refresh;
import dev.belfry.call.machine.CallEffect.Report;
import dev.belfry.call.machine.CallEffect.SendAccept;
import dev.belfry.call.machine.CallEffect.StartSession;
import dev.belfry.call.machine.CallEffect.StopRingTimer;
import dev.belfry.call.machine.CallState.AcceptLost;
import dev.belfry.call.machine.CallState.Accepting;
import dev.belfry.call.machine.CallState.Connecting;

/** The accept is on its way. A hang-up now waits for its answer. */
final class AcceptingHandler extends LiveHandler {
    private final Accepting state;

    AcceptingHandler(Accepting state) {
        super(state);
        this.state = state;
    }

    @Override
    public Transition accept(CallEvent.Accept event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return hangingUp(state.call(), EndReason.HANG_UP);
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return refuse(ErrorCode.ERR_CALL_NOT_A_PART);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return hangingUp(state.call(), EndReason.HANG_UP);
    }

    @Override
    public Transition hangUp(CallEvent.HangUp event) {
        return hangingUp(state.call(), EndReason.HANG_UP);
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
        return stay(new SendAccept());
    }

    @Override
    public Transition acceptAnswered(CallEvent.AcceptAnswered event) {
        Call call = event.call();
        if (isOngoing(call)) {
            return Transition.to(new Connecting(call), new StopRingTimer(), new StartSession());
        }
        return call.status().isTerminal() ? closed(Closing.noticeForReceiver(call), call) : ignore(Reason.STALE);
    }

    @Override
    public Transition acceptFailed(CallEvent.AcceptFailed event) {
        if (isLineDown(event.error())) {
            return stay(new Report(event.error()));
        }
        return Transition.to(new AcceptLost(state.call(), event.error()), new Refresh());
    }

    @Override
    public Transition refreshed(CallEvent.Refreshed event) {
        return event.call().status().isTerminal()
                ? closed(Closing.noticeForReceiver(event.call()), event.call())
                : ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition mediaError(CallEvent.MediaError event) {
        return stay(new Report(event.error()));
    }

    @Override
    public Transition ringTimeOver(CallEvent.RingTimeOver event) {
        return hangingUp(state.call(), EndReason.CONNECTION_LOST);
    }
}
