package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.machine.CallEffect.Ignore;
import dev.belfry.call.machine.CallEffect.NotifyCall;
import dev.belfry.call.machine.CallEffect.OpenMedia;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.SendInitiate;
import dev.belfry.call.machine.CallEffect.SendReject;
import dev.belfry.call.machine.CallEffect.SendRinging;
import dev.belfry.call.machine.CallEffect.StartRingTimer;
import dev.belfry.call.machine.CallState.Declining;
import dev.belfry.call.machine.CallState.Dialing;
import dev.belfry.call.machine.CallState.Ended;
import dev.belfry.call.machine.CallState.Incoming;
import dev.belfry.call.machine.CallState.New;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Before anything happened. */
final class NewHandler extends LiveHandler {
    NewHandler(New state) {
        super(state);
    }

    @Override
    public Transition dial(CallEvent.Dial event) {
        Transition first = Transition.to(new Dialing(event.request()), new SendInitiate(event.request()));
        List<CallEffect> effects = new ArrayList<>(first.effects());
        effects.add(new StartRingTimer(event.request().timeout()));
        if (event.request().type() == CallType.VIDEO) {
            effects.add(new OpenMedia());
        }
        return new Transition(first.state(), effects);
    }

    @Override
    public Transition accept(CallEvent.Accept event) {
        return refuse(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return refuse(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return refuse(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return refuse(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
    }

    @Override
    public Transition hubIncoming(CallEvent.HubIncoming event) {
        Call call = event.call();
        if (call.status().isTerminal() || event.ringTimeLeft().compareTo(Duration.ZERO) <= 0) {
            // A stale invitation, met after sleep or a lost line: it is in the log and does not ring.
            return Transition.to(new Ended(call, EndReason.UNANSWERED, false, null), new Ignore(Reason.STALE));
        }
        if (event.answerBusy() && call.receiverType() == ReceiverType.USER) {
            return Transition.to(new Declining(call, CallStatus.BUSY), new SendReject(CallStatus.BUSY));
        }
        return Transition.to(
                new Incoming(call),
                new SendRinging(),
                new StartRingTimer(event.ringTimeLeft()),
                new NotifyCall(CallNotice.INCOMING, call));
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        // Its invitation may still come, late: the end is remembered, so that it does not ring.
        return Transition.to(
                new Ended(event.call(), Closing.reason(event.notice(), event.call()), false, null),
                new Ignore(Reason.OVER));
    }
}
