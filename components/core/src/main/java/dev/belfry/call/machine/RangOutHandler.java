package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.EndReason;
import dev.belfry.call.machine.CallEffect.AlreadySo;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Refresh;
import dev.belfry.call.machine.CallEffect.SendEnd;
import dev.belfry.call.machine.CallState.Ending;
import dev.belfry.call.machine.CallState.RangOut;

/** Silent, since its time is over; the hub's word on how it ended is still to come. */
final class RangOutHandler extends OverHandler {
    private final RangOut state;

    RangOutHandler(RangOut state) {
        super(state);
        this.state = state;
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return stay(new AlreadySo(state.call()));
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return stay(new AlreadySo(state.call()));
    }

    @Override
    public Transition end(CallEvent.End event) {
        return stay(new AlreadySo(state.call()));
    }

    @Override
    public Transition hubAccepted(CallEvent.HubAccepted event) {
        if (isStale(event.call())) {
            return ignore(Reason.STALE);
        }
        return state.outgoing() ? end(event.call()) : ignore(Reason.OVER);
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
            return closed(state.outgoing() ? Closing.noticeForCaller(call) : Closing.noticeForReceiver(call), call);
        }
        if (isOngoing(call)) {
            return state.outgoing() ? end(call) : closed(CallNotice.ANSWERED_ELSEWHERE, call);
        }
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition refreshFailed(CallEvent.RefreshFailed event) {
        return isGone(event.error())
                ? closed(state.outgoing() ? CallNotice.REJECTED : CallNotice.CANCELLED, state.call())
                : ignore(Reason.NOT_NOW);
    }

    /** Accepted at the last moment, but nobody waits for it here any more. */
    private static Transition end(Call call) {
        return Transition.to(new Ending(call, EndReason.UNANSWERED), new SendEnd());
    }
}
