package dev.belfry.call.machine;

/**
 * One call on one device, as a function. It knows neither time nor threads: its inputs are listed by origin in
 * {@link CallEvent}, what it wants done is in {@link CallEffect}, and each state has a handler with a method for each
 * event. An event that is illegal in a state is refused with a typed error if the user caused it, and ignored with a
 * stated reason if not.
 *
 * <p>The hub owns the call. The device shows what its user did at once, and obeys the hub's answer.
 *
 * @since 0.1
 */
public final class CallMachine {
    private CallMachine() {}

    /** Returns what an event leads to in a state. */
    public static Transition step(CallState state, CallEvent event) {
        return event.visit(state.visit(Handlers.OF_STATE));
    }
}
