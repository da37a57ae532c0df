package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.AlreadySo;
import dev.belfry.call.machine.CallEffect.CloseSession;
import dev.belfry.call.machine.CallEffect.NotifySession;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Report;
import dev.belfry.call.machine.CallEffect.SendEnd;
import dev.belfry.call.machine.CallState.Ended;
import dev.belfry.call.machine.CallState.Ending;

/** What is the same whether media has arrived or is on its way. */
abstract class SessionHandler extends LiveHandler {
    private final Call call;

    SessionHandler(CallState state, Call call) {
        super(state);
        this.call = call;
    }

    /** Returns the state with the call as it stands now. */
    abstract CallState with(Call newer);

    @Override
    public Transition accept(CallEvent.Accept event) {
        return stay(new AlreadySo(call));
    }

    @Override
    public Transition decline(CallEvent.Decline event) {
        return refuse(ErrorCode.ERR_CALL_USER_ALREADY_JOINED);
    }

    @Override
    public Transition cancel(CallEvent.Cancel event) {
        // A cancel that lost against the accept.
        return end(new CallEvent.End());
    }

    @Override
    public Transition end(CallEvent.End event) {
        return Transition.to(
                new Ending(call, EndReason.HANG_UP),
                new SendEnd(),
                new CloseSession(false),
                new NotifySession(SessionNotice.CALL_ENDED));
    }

    @Override
    public Transition hangUp(CallEvent.HangUp event) {
        return Transition.to(
                new Ending(call, EndReason.HANG_UP),
                new NotifySession(SessionNotice.END_BUTTON_PRESSED),
                new SendEnd(),
                new CloseSession(false),
                new NotifySession(SessionNotice.CALL_ENDED));
    }

    @Override
    public Transition leave(CallEvent.Leave event) {
        return Transition.to(
                new Ended(call, EndReason.HANG_UP, true, null),
                new CloseSession(true),
                new NotifySession(SessionNotice.CALL_ENDED));
    }

    @Override
    public Transition hubIncoming(CallEvent.HubIncoming event) {
        return ignore(Reason.STALE);
    }

    @Override
    public Transition hubAccepted(CallEvent.HubAccepted event) {
        return updated(event.call());
    }

    @Override
    public Transition hubClosed(CallEvent.HubClosed event) {
        if (isStale(event.call())) {
            return ignore(Reason.STALE);
        }
        return event.call().status().isTerminal() ? closedSession(event.notice(), event.call()) : updated(event.call());
    }

    @Override
    public Transition hubRemoteRinging(CallEvent.HubRemoteRinging event) {
        return ignore(Reason.STALE);
    }

    @Override
    public Transition initiateAnswered(CallEvent.InitiateAnswered event) {
        return ignore(Reason.STALE);
    }

    @Override
    public Transition initiateFailed(CallEvent.InitiateFailed event) {
        return ignore(Reason.STALE);
    }

    @Override
    public Transition acceptAnswered(CallEvent.AcceptAnswered event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition acceptFailed(CallEvent.AcceptFailed event) {
        return ignore(Reason.STALE);
    }

    @Override
    public Transition refreshed(CallEvent.Refreshed event) {
        return event.call().status().isTerminal()
                ? closedSession(CallNotice.ENDED, event.call())
                : updated(event.call());
    }

    @Override
    public Transition refreshFailed(CallEvent.RefreshFailed event) {
        return isGone(event.error()) ? closedSession(CallNotice.ENDED, call) : ignore(Reason.NOT_NOW);
    }

    @Override
    public Transition mediaError(CallEvent.MediaError event) {
        return stay(new Report(event.error()));
    }

    @Override
    public Transition mediaFailed(CallEvent.MediaFailed event) {
        return Transition.to(
                new Ending(call, EndReason.CONNECTION_LOST),
                new Report(event.error()),
                new SendEnd(),
                new CloseSession(false),
                new NotifySession(SessionNotice.CALL_ENDED));
    }

    @Override
    public Transition idleTimeOver(CallEvent.IdleTimeOver event) {
        return Transition.to(
                new Ending(call, EndReason.IDLE_TIMEOUT),
                new NotifySession(SessionNotice.TIMEOUT),
                new SendEnd(),
                new CloseSession(false),
                new NotifySession(SessionNotice.CALL_ENDED));
    }

    private Transition updated(Call newer) {
        if (isStale(newer)) {
            return ignore(Reason.STALE);
        }
        return isOngoing(newer) && newer.version() > call.version()
                ? Transition.to(with(newer))
                : ignore(Reason.DUPLICATE);
    }
}
