package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.machine.CallEffect.CloseSession;
import dev.belfry.call.machine.CallEffect.OpenMedia;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Refresh;
import dev.belfry.call.machine.CallEffect.SendAccept;
import dev.belfry.call.machine.CallEffect.StartRingTimer;
import dev.belfry.call.machine.CallState.Accepting;
import dev.belfry.call.machine.CallState.Incoming;
import dev.belfry.call.machine.CallState.RangOut;

/** This device rings. */
final class IncomingHandler extends LiveHandler {
    private final Incoming state;

    IncomingHandler(Incoming state) {
        super(state);
        this.state = state;
    }

    @Override
    public Transition accept(CallEvent.Accept event) {
        return Transition.to(new Accepting(state.call()), new SendAccept(), new OpenMedia());
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        if (event.status() == CallStatus.BUSY && state.call().receiverType() == ReceiverType.GROUP) {
            return refuse(ErrorCode.ERR_CALL_GROUP_INVALID_STATUS);
        }
        return declining(state.call(), event.status());
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return refuse(ErrorCode.ERR_CALL_NOT_A_PART);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return refuse(ErrorCode.ERR_CALL_NOT_STARTED);
    }

    @Override
    public Transition hangUp(CallEvent.HangUp event) {
        return decline(new CallEvent.Decline(CallStatus.REJECTED));
    }

    @Override
    public Transition hubIncoming(CallEvent.HubIncoming event) {
        if (isStale(event.call())) {
            return ignore(Reason.STALE);
        }
        if (event.call().status().isTerminal()) {
            return closed(Closing.noticeForReceiver(event.call()), event.call());
        }
        // Told again after a lost line, with the time that is left.
        return Transition.to(new Incoming(event.call()), new StartRingTimer(event.ringTimeLeft()));
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
        if (isOngoing(call) && call.receiverType() == ReceiverType.USER) {
            return closed(CallNotice.ANSWERED_ELSEWHERE, call);
        }
        return Transition.to(new Incoming(call));
    }

    @Override
    public Transition refreshFailed(CallEvent.RefreshFailed event) {
        return isGone(event.error()) ? closed(CallNotice.CANCELLED, state.call()) : ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition ringTimeOver(CallEvent.RingTimeOver event) {
        return Transition.to(new RangOut(state.call(), false), new CloseSession(false));
    }
}
