package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.SendReject;
import dev.belfry.call.machine.CallState.Declining;

/** Declined or busy; a late decline does nothing. */
final class DecliningHandler extends OverHandler {
    private final Declining state;

    DecliningHandler(Declining state) {
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
        return settled(event.call(), reason(event.notice(), event.call()));
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        return stay(new SendReject(state.status()));
    }

    @Override
    public Transition rejectAnswered(CallEvent.RejectAnswered event) {
        Call call = event.call();
        return isOngoing(call) && call.receiverType() == ReceiverType.USER
                ? settled(call, EndReason.ANSWERED_ELSEWHERE)
                : settled(call, own());
    }

    @Override
    public Transition rejectFailed(CallEvent.RejectFailed event) {
        return isLineDown(event.error()) ? ignore(Reason.NOT_NOW) : settled(state.call(), own());
    }

    private EndReason reason(CallNotice notice, Call call) {
        return call.status().isTerminal() ? Closing.reason(notice, call) : own();
    }

    private EndReason own() {
        return state.status() == CallStatus.BUSY ? EndReason.BUSY : EndReason.DECLINED;
    }
}
