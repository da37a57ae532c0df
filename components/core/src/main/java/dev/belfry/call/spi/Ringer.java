package dev.belfry.call.spi;

import dev.belfry.call.Call;

/**
 * Makes a call heard. Called on the controller's executor; must not block. One sound at a time: a start replaces what
 * sounds.
 *
 * @since 0.1
 */
public interface Ringer extends AutoCloseable {
    /** Rings for an incoming call, until stopped. */
    void ring(Call call);

    /** Sounds softly for a call that waits while this user talks. */
    void callWaiting(Call call);

    /** Plays the tone the caller hears while the other side rings, until stopped. */
    void ringback(Call call);

    /** Falls silent; does nothing if silent. */
    void stop();

    @Override
    void close();

    /** A ringer that is never heard. */
    static Ringer silent() {
        return SilentRinger.INSTANCE;
    }
}
