package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.CloseSession;
import dev.belfry.call.machine.CallEffect.NotifyCall;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Report;
import dev.belfry.call.machine.CallEffect.SendReject;
import dev.belfry.call.machine.CallEffect.StopRingTimer;
import dev.belfry.call.machine.CallState.Cancelling;
import dev.belfry.call.machine.CallState.Dialing;
import dev.belfry.call.machine.CallState.Ended;
import dev.belfry.call.machine.CallState.Outgoing;

/** The call is on its way to the hub. A hang-up is latched: the cancel goes out at once, and once more if the call got through. */
final class DialingHandler extends LiveHandler {
    DialingHandler(Dialing state) {
        super(state);
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
        return cancelling(null, EndReason.CANCELLED);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return refuse(ErrorCode.ERR_CALL_NOT_STARTED);
    }

    @Override
    public Transition hangUp(CallEvent.HangUp event) {
        return cancelling(null, EndReason.CANCELLED);
    }

    @Override
    public Transition hubAccepted(CallEvent.HubAccepted event) {
        return accepted(event.call());
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        return closedUnlessStale(event);
    }

    @Override
    public Transition hubRemoteRinging(CallEvent.HubRemoteRinging event) {
        return Transition.to(new Outgoing(event.call(), true), new NotifyCall(CallNotice.REMOTE_RINGING, event.call()));
    }

    @Override
    public Transition initiateAnswered(CallEvent.InitiateAnswered event) {
        Call call = event.call();
        if (isRinging(call)) {
            return Transition.to(new Outgoing(call, false));
        }
        // Ongoing at once: both called each other, and the hub made one call of the two. Nobody rings.
        return isOngoing(call) ? accepted(call) : closed(Closing.noticeForCaller(call), call);
    }

    @Override
    public Transition initiateFailed(CallEvent.InitiateFailed event) {
        if (isLineDown(event.error())) {
            // The hub may have it all the same: the cancel finds it, or leaves a mark that stops it.
            return Transition.to(
                    new Cancelling(null, EndReason.CONNECTION_LOST),
                    new Report(event.error()),
                    new SendReject(CallStatus.CANCELLED),
                    new StopRingTimer(),
                    new CloseSession(false));
        }
        return Transition.to(
                new Ended(null, null, false, event.error()),
                new Report(event.error()),
                new StopRingTimer(),
                new CloseSession(false));
    }

    @Override
    public Transition mediaError(CallEvent.MediaError event) {
        return stay(new Report(event.error()));
    }

    @Override
    public Transition ringTimeOver(CallEvent.RingTimeOver event) {
        return cancelling(null, EndReason.CONNECTION_LOST);
    }
}
