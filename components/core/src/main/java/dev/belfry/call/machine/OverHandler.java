package dev.belfry.call.machine;

import dev.belfry.call.ErrorCode;
import dev.belfry.call.machine.CallEffect.Reason;

/** Defaults when the call is over for the user: late events of others do nothing. */
abstract class OverHandler extends DefaultHandler {
    OverHandler(CallState state) {
        super(state, Reason.OVER);
    }

    @Override
    public Transition accept(CallEvent.Accept event) {
        return refuse(ErrorCode.ERR_CALL_TERMINATED);
    }
}
