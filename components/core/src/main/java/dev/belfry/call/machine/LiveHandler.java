package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.machine.CallEffect.CloseSession;
import dev.belfry.call.machine.CallEffect.NotifyCall;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.SendReject;
import dev.belfry.call.machine.CallEffect.StartSession;
import dev.belfry.call.machine.CallEffect.StopRingTimer;
import dev.belfry.call.machine.CallState.Cancelling;
import dev.belfry.call.machine.CallState.Connecting;
import dev.belfry.call.machine.CallState.Declining;
import dev.belfry.call.machine.CallState.HangingUp;
import org.jspecify.annotations.Nullable;

/** Defaults while the call goes on, where what a state does not speak of means nothing, and the ways on from there. */
abstract class LiveHandler extends DefaultHandler {
    LiveHandler(CallState state) {
        super(state, Reason.NOT_NOW);
    }

    /** The other side accepted this user's call. */
    static Transition accepted(Call call) {
        return Transition.to(
                new Connecting(call),
                new StopRingTimer(),
                new NotifyCall(CallNotice.ACCEPTED, call),
                new StartSession());
    }

    /** This user's call is taken back. */
    static Transition cancelling(@Nullable Call call, EndReason reason) {
        return Transition.to(
                new Cancelling(call, reason),
                new SendReject(CallStatus.CANCELLED),
                new StopRingTimer(),
                new CloseSession(false));
    }

    /** The other's call is declined, or answered with busy. */
    static Transition declining(Call call, CallStatus status) {
        return Transition.to(
                new Declining(call, status), new SendReject(status), new StopRingTimer(), new CloseSession(false));
    }

    /** The call is over for this user, whose accept is on its way. */
    static Transition hangingUp(Call call, EndReason reason) {
        return Transition.to(new HangingUp(call, reason), new StopRingTimer(), new CloseSession(false));
    }
}
