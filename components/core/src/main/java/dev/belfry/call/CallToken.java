package dev.belfry.call;

/**
 * The right to join the session of an ongoing call: for one session, one user, a short time.
 *
 * @param sessionId the call's id
 * @param token a signed JWT
 * @since 0.1
 */
public record CallToken(String sessionId, String token) {
    /** Leaves the token out, so that no log carries it. */
    @Override
    public String toString() {
        return "CallToken[sessionId=" + sessionId + "]";
    }
}
