package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import java.time.Instant;
import java.util.Optional;

/**
 * The guests' links that have not been used. Thread-safe.
 *
 * @since 0.1
 */
public interface GuestPasses {
    /**
     * Keeps a pass until it is taken or expires.
     *
     * @throws CallException ERR_UNAVAILABLE if the passes cannot be reached
     */
    void add(GuestPass pass) throws CallException;

    /**
     * Takes a pass, which is then gone: of two who take the same one, one gets it.
     *
     * @param now a pass that expires then or earlier is not given out
     * @throws CallException ERR_UNAVAILABLE if the passes cannot be reached
     */
    Optional<GuestPass> take(String codeHash, Instant now) throws CallException;
}
