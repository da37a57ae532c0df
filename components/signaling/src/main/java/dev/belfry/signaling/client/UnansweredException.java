package dev.belfry.signaling.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that the hub did not answer, or answered with a wish to be asked later: not a refusal, so the command is
 * sent again.
 *
 * @since 0.1
 */
public final class UnansweredException extends Exception {
    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /**
     * Creates an exception.
     *
     * @param retryAfter how long the hub wants to be left alone; zero if it did not say
     */
    public UnansweredException(String message, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** Returns how long the hub wants to be left alone; zero if it did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
