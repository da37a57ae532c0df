package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.machine.CallEffect.NotifySession;
import dev.belfry.call.machine.CallEffect.Reason;
import dev.belfry.call.machine.CallEffect.Refresh;
import dev.belfry.call.machine.CallState.Ongoing;

/** Talking. */
final class OngoingHandler extends SessionHandler {
    private final Ongoing state;

    OngoingHandler(Ongoing state) {
        super(state, state.call());
        this.state = state;
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        return stay(new Refresh());
    }

    @Override
    public Transition mediaConnected(CallEvent.MediaConnected event) {
        return ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition mediaLost(CallEvent.MediaLost event) {
        return state.mediaLost()
                ? ignore(Reason.DUPLICATE)
                : Transition.to(
                        new Ongoing(state.call(), state.connectedAt(), true),
                        new NotifySession(SessionNotice.CONNECTION_LOST));
    }

    @Override
    public Transition mediaRestored(CallEvent.MediaRestored event) {
        return state.mediaLost()
                ? Transition.to(
                        new Ongoing(state.call(), state.connectedAt(), false),
                        new NotifySession(SessionNotice.CONNECTION_RESTORED))
                : ignore(Reason.DUPLICATE);
    }

    @Override
    public Transition joinFailed(CallEvent.JoinFailed event) {
        return ignore(Reason.STALE);
    }

    @Override
    CallState with(Call newer) {
        return new Ongoing(newer, state.connectedAt(), state.mediaLost());
    }
}
