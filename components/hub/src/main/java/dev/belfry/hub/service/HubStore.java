package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import org.jspecify.annotations.Nullable;

/**
 * Where everything lives that outlasts a command: calls, events and devices. Thread-safe. All that one command changes
 * is written in one transaction, so that a hub which dies in the middle of it leaves nothing half done.
 *
 * @since 0.1
 */
public interface HubStore {
    /**
     * Carries out work whole or not at all, on the calling thread. What it writes is seen by others once this method
     * has returned; if the work throws anything, nothing of it is written. The work is run again, from the start and in
     * a transaction of its own, when it met the work of another: so it has no effect but on its transaction. It neither
     * waits nor calls the store anew.
     *
     * @return what the work returned the last time it was run
     * @throws CallException the work's own; or ERR_UNAVAILABLE if the store cannot be reached, or if the work kept
     *     meeting that of others
     */
    <T extends @Nullable Object> T transact(Work<T> work) throws CallException;

    /**
     * Carries out work that only reads. Each of its reads sees what is committed at that moment; two of them need not
     * see the same moment.
     *
     * @return what the work returned
     * @throws CallException the work's own; or ERR_UNAVAILABLE if the store cannot be reached
     * @throws IllegalStateException if the work writes or locks, as far as the store notices
     */
    default <T extends @Nullable Object> T read(Work<T> work) throws CallException {
        return transact(work);
    }

    /**
     * What is done in one transaction.
     *
     * @param <T> what it returns
     */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(StoreTransaction in) throws CallException;
    }
}
