package dev.belfry.call.control;

import dev.belfry.call.machine.CallState;

/** Says which view a state of the machine needs. */
enum Phases implements CallState.Visitor<CallPhase> {
    OF_STATE;

    static CallPhase of(CallState state) {
        return state.visit(OF_STATE);
    }

    @Override
    public CallPhase fresh(CallState.New state) {
        return CallPhase.IDLE;
    }

    @Override
    public CallPhase dialing(CallState.Dialing state) {
        return CallPhase.DIALING;
    }

    @Override
    public CallPhase outgoing(CallState.Outgoing state) {
        return CallPhase.OUTGOING;
    }

    @Override
    public CallPhase incoming(CallState.Incoming state) {
        return CallPhase.INCOMING;
    }

    @Override
    public CallPhase accepting(CallState.Accepting state) {
        return CallPhase.CONNECTING;
    }

    @Override
    public CallPhase acceptLost(CallState.AcceptLost state) {
        return CallPhase.CONNECTING;
    }

    @Override
    public CallPhase connecting(CallState.Connecting state) {
        return CallPhase.CONNECTING;
    }

    @Override
    public CallPhase ongoing(CallState.Ongoing state) {
        return CallPhase.ONGOING;
    }

    @Override
    public CallPhase cancelling(CallState.Cancelling state) {
        return CallPhase.ENDED;
    }

    @Override
    public CallPhase hangingUp(CallState.HangingUp state) {
        return CallPhase.ENDED;
    }

    @Override
    public CallPhase declining(CallState.Declining state) {
        return CallPhase.ENDED;
    }

    @Override
    public CallPhase ending(CallState.Ending state) {
        return CallPhase.ENDED;
    }

    @Override
    public CallPhase rangOut(CallState.RangOut state) {
        return CallPhase.ENDED;
    }

    @Override
    public CallPhase ended(CallState.Ended state) {
        return CallPhase.ENDED;
    }
}
