package dev.belfry.call.machine;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.Reason;

/** What every state does with an event that it does not speak of. */
abstract class DefaultHandler extends StateHandler {
    private final Reason otherwise;

    /** Creates a handler that ignores what means nothing to its state, for this reason. */
    DefaultHandler(CallState state, Reason otherwise) {
        super(state);
        this.otherwise = otherwise;
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
        return ignore(otherwise);
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        return ignore(otherwise);
    }

    @Override
    public Transition end(CallEvent.End event) {
        return ignore(otherwise);
    }

    @Override
    public Transition hangUp(CallEvent.HangUp event) {
        return ignore(otherwise);
    }

    @Override
    public Transition leave(CallEvent.Leave event) {
        return ignore(otherwise);
    }

    @Override
    public Transition hubIncoming(CallEvent.HubIncoming event) {
        return ignore(otherwise);
    }

    @Override
    public Transition hubAccepted(CallEvent.HubAccepted event) {
        return ignore(otherwise);
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        return ignore(otherwise);
    }

    @Override
    public Transition hubRemoteRinging(CallEvent.HubRemoteRinging event) {
        return ignore(otherwise);
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        return ignore(otherwise);
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
        return ignore(otherwise);
    }

    @Override
    public Transition mediaLost(CallEvent.MediaLost event) {
        return ignore(otherwise);
    }

    @Override
    public Transition mediaRestored(CallEvent.MediaRestored event) {
        return ignore(otherwise);
    }

    @Override
    public Transition mediaError(CallEvent.MediaError event) {
        return ignore(otherwise);
    }

    @Override
    public Transition mediaFailed(CallEvent.MediaFailed event) {
        return ignore(otherwise);
    }

    @Override
    public Transition joinFailed(CallEvent.JoinFailed event) {
        return ignore(otherwise);
    }

    @Override
    public Transition ringTimeOver(CallEvent.RingTimeOver event) {
        return ignore(otherwise);
    }

    @Override
    public Transition idleTimeOver(CallEvent.IdleTimeOver event) {
        return ignore(otherwise);
    }
}
