package dev.belfry.engine;

import dev.belfry.call.CallToken;

/**
 * Opens transports; thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface MediaTransports {
    /**
     * Opens a participant's transport, without peers. Returns at once; failure is told to the listener. What it throws
     * fails the session, with the {@link dev.belfry.call.CallException} that is its cause, if there is one.
     *
     * @param token the right to join the session
     * @param participantId who sends through it
     * @param listener where it delivers
     */
    MediaTransport open(CallToken token, String participantId, MediaTransport.Listener listener);
}
