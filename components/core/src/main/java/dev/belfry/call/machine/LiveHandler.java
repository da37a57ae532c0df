package dev.belfry.call.machine;

import dev.belfry.call.machine.CallEffect.Reason;

/** Defaults while the call goes on: what a state does not speak of means nothing in it. */
abstract class LiveHandler extends DefaultHandler {
    LiveHandler(CallState state) {
        super(state, Reason.NOT_NOW);
    }
}
