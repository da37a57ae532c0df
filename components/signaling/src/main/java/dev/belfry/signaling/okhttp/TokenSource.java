package dev.belfry.signaling.okhttp;

import java.util.concurrent.CompletableFuture;

/**
 * Gives the signed-in user's JWT for the hub, from wherever the host signs in. Asked at the start, before the token
 * expires, and after the hub refused it; never again before the answer to the last time. Called on the line's executor:
 * return at once, and complete the future on any thread.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TokenSource {
    /**
     * Returns a token that is good for some time yet.
     *
     * @return fails with a {@link dev.belfry.call.CallException} if the user may not sign in any more; with anything
     *     else if it is worth asking again
     */
    CompletableFuture<String> token();

    /** Returns a source of one token that is never renewed. */
    static TokenSource of(String token) {
        return () -> CompletableFuture.completedFuture(token);
    }
}
