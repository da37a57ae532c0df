package dev.belfry.hub.service;

import dev.belfry.call.CallException;

/**
 * The secrets that all nodes of a hub share, and keep. Thread-safe.
 *
 * @since 0.1
 */
public interface Secrets {
    /** How many bytes a secret has. */
    int LENGTH = 32;

    /**
     * Returns the secret of a name, made at random when it is first asked for.
     *
     * @throws CallException ERR_UNAVAILABLE if the secrets cannot be reached
     */
    byte[] secret(String name) throws CallException;
}
