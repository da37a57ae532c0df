package dev.belfry.call.machine;

import dev.belfry.call.Call;
import dev.belfry.call.EndReason;
import dev.belfry.call.machine.CallEffect.CloseSession;
import dev.belfry.call.machine.CallEffect.NotifySession;
import dev.belfry.call.machine.CallEffect.Refresh;
import dev.belfry.call.machine.CallEffect.Report;
import dev.belfry.call.machine.CallEffect.SendEnd;
import dev.belfry.call.machine.CallEffect.StartSession;
import dev.belfry.call.machine.CallState.Connecting;
import dev.belfry.call.machine.CallState.Ending;
import dev.belfry.call.machine.CallState.Ongoing;

/** Accepted; media is on its way. */
final class ConnectingHandler extends SessionHandler {
    private final Connecting state;

    ConnectingHandler(Connecting state) {
        super(state, state.call());
        this.state = state;
    }

    @Override
    public Transition lineRestored(CallEvent.LineRestored event) {
        return stay(new Refresh(), new StartSession());
    }

    @Override
    public Transition mediaConnected(CallEvent.MediaConnected event) {
        return Transition.to(new Ongoing(state.call(), event.at(), false));
    }

    @Override
    public Transition joinFailed(CallEvent.JoinFailed event) {
        if (isLineDown(event.error())) {
            return stay(new Report(event.error()));
        }
        if (isGone(event.error())) {
            // The hub's word on how it ended is still on its way, or lost.
            return stay(new Refresh());
        }
        return Transition.to(
                new Ending(state.call(), EndReason.JOIN_FAILED),
                new Report(event.error()),
                new SendEnd(),
                new CloseSession(false),
                new NotifySession(SessionNotice.CALL_ENDED));
    }

    @Override
    CallState with(Call newer) {
        return new Connecting(newer);
    }
}
