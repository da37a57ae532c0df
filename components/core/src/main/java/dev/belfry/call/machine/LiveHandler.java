package dev.belfry.call.machine;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.Reason;

/** Defaults while the call goes on: what a state does not speak of means nothing in it. */
abstract class LiveHandler extends StateHandler {
    LiveHandler(CallState state) {
        super(state);
    }

    @Override
    public Transition dial(CallEvent.Dial event) {
        return refuse(ErrorCode.ERR_CALL_BUSY_SELF);
    }

    @Override
    public Transition accept(CallEvent.Accept event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition hangUp(CallEvent.HangUp event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition leave(CallEvent.Leave event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition hubIncoming(CallEvent.HubIncoming event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition hubAccepted(CallEvent.HubAccepted event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition hubRemoteRinging(CallEvent.HubRemoteRinging event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition initiateAnswered(CallEvent.InitiateAnswered event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition initiateFailed(CallEvent.InitiateFailed event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition acceptAnswered(CallEvent.AcceptAnswered event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition acceptFailed(CallEvent.AcceptFailed event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition rejectAnswered(CallEvent.RejectAnswered event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition rejectFailed(CallEvent.RejectFailed event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition endAnswered(CallEvent.EndAnswered event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition endFailed(CallEvent.EndFailed event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition refreshed(CallEvent.Refreshed event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition refreshFailed(CallEvent.RefreshFailed event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition mediaConnected(CallEvent.MediaConnected event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition mediaLost(CallEvent.MediaLost event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition mediaRestored(CallEvent.MediaRestored event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition mediaError(CallEvent.MediaError event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition mediaFailed(CallEvent.MediaFailed event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition joinFailed(CallEvent.JoinFailed event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition ringTimeOver(CallEvent.RingTimeOver event) {
        return ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition idleTimeOver(CallEvent.IdleTimeOver event) {
        return ignore(Reason.NOT_NOW);
    }
}
