package dev.belfry.hub.service;

import dev.belfry.call.CallException;

/**
 * Signs call tokens and checks them. Thread-safe.
 *
 * @since 0.1
 */
public interface CallTokens {
    /** Returns a signed token for a grant. */
    String sign(CallGrant grant);

    /**
     * Returns what a token grants; whether it has expired is the caller's to check.
     *
     * @throws CallException ERR_UNAUTHORIZED for a token that was not signed here
     */
    CallGrant verify(String token) throws CallException;
}
