package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Calls, events and devices in this JVM, kept until it ends: for tests, demonstrations and hosts that are their own hub.
 * One transaction at a time. Of each user the latest 1,000 events are kept, of tombstones the latest 10,000.
 *
 * @since 0.1
 */
public final class InMemoryHubStore implements HubStore {
    private static final int ATTEMPTS = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final MemoryCalls calls = new MemoryCalls();
    private final MemoryEvents events = new MemoryEvents();
    private final MemoryDevices devices = new MemoryDevices();

    /** Creates an empty store. */
    public InMemoryHubStore() {}

    @Override
    public <T extends @Nullable Object> T transact(Work<T> work) throws CallException {
        lock();
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                MemoryTransaction transaction = new MemoryTransaction(calls, events, devices);
                T result = work.run(transaction);
                if (transaction.commit()) {
                    return result;
                }
            }
        } finally {
            lock.unlock();
        }
        throw new CallException(ErrorCode.ERR_UNAVAILABLE);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) throws CallException {
        lock();
        try {
            MemoryTransaction transaction = new MemoryTransaction(calls, events, devices);
            T result = work.run(transaction);
            if (transaction.writes()) {
                throw new IllegalStateException("this work only reads");
            }
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void lock() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("work does not call the store anew");
        }
        lock.lock();
    }
}
