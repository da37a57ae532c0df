package dev.belfry.call.control;

/** Hears of every change of a {@link CallSnapshot}, on the controller's callback executor. @since 0.1 */
@FunctionalInterface
public interface CallStateListener {
    void onStateChanged(CallSnapshot snapshot);
}
