package dev.belfry.call.machine;

import java.util.List;

/**
 * What an event led to.
 *
 * @param state the state from now on
 * @param effects what is to be done, in this order
 * @since 0.1
 */
public record Transition(CallState state, List<CallEffect> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }

    static Transition to(CallState state, CallEffect... effects) {
        return new Transition(state, List.of(effects));
    }
}
