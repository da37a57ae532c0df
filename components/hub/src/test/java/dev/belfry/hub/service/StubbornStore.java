package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A store in memory that can be out of reach, for all or for those who write. Thread-safe. */
public final class StubbornStore implements HubStore {
    private final HubStore store = new InMemoryHubStore();
    private volatile boolean readable = true;
    private volatile boolean writable = true;

    /** Sets what it can do from here on. */
    public void can(boolean read, boolean write) {
        readable = read;
        writable = write;
    }

    @Override
    public <T extends @Nullable Object> T transact(Work<T> work) throws CallException {
        return store.transact(in -> {
            T result = work.run(in);
            require(writable);
            return result;
        });
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) throws CallException {
        require(readable);
        return store.read(work);
    }

    private static void require(boolean works) throws CallException {
        if (!works) {
            throw new CallException(ErrorCode.ERR_UNAVAILABLE);
        }
    }
}
