package dev.belfry.call.machine;

/** Finds the handler of a state. */
enum Handlers implements CallState.Visitor<StateHandler> {
    OF_STATE;

    @Override
    public StateHandler fresh(CallState.New state) {
        return new NewHandler(state);
    }

    @Override
    public StateHandler dialing(CallState.Dialing state) {
        return new DialingHandler(state);
    }

    @Override
    public StateHandler outgoing(CallState.Outgoing state) {
        return new OutgoingHandler(state);
    }

    @Override
    public StateHandler incoming(CallState.Incoming state) {
        return new IncomingHandler(state);
    }

    @Override
    public StateHandler accepting(CallState.Accepting state) {
        return new AcceptingHandler(state);
    }

    @Override
    public StateHandler acceptLost(CallState.AcceptLost state) {
        return new AcceptLostHandler(state);
    }

    @Override
    public StateHandler connecting(CallState.Connecting state) {
        return new ConnectingHandler(state);
    }

    @Override
    public StateHandler ongoing(CallState.Ongoing state) {
        return new OngoingHandler(state);
    }

    @Override
    public StateHandler cancelling(CallState.Cancelling state) {
        return new CancellingHandler(state);
    }

    @Override
    public StateHandler hangingUp(CallState.HangingUp state) {
        return new HangingUpHandler(state);
    }

    @Override
    public StateHandler declining(CallState.Declining state) {
        return new DecliningHandler(state);
    }

    @Override
    public StateHandler ending(CallState.Ending state) {
        return new EndingHandler(state);
    }

    @Override
    public StateHandler rangOut(CallState.RangOut state) {
        return new RangOutHandler(state);
    }

    @Override
    public StateHandler ended(CallState.Ended state) {
        return new EndedHandler(state);
    }
}
