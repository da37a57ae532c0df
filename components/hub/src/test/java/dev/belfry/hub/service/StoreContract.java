package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts of the contract of a {@link HubStore} share. */
interface StoreContract {
    /** The store under test: the same, and empty at first, throughout one test. */
    HubStore store();

    default void change(Step step) throws CallException {
        store().transact(in -> {
            step.run(in);
            return step;
        });
    }

    default Optional<CallRecord> call(String sessionId) throws CallException {
        return store().read(in -> in.call(sessionId));
    }

    default List<CallRecord> open(String uid) throws CallException {
        return store().read(in -> in.open(uid));
    }

    default List<CallRecord> takeDue(Instant now, int limit) throws CallException {
        return store().transact(in -> in.takeDue(now, limit));
    }

    default @Nullable Instant nextDue() throws CallException {
        return store().read(in -> Optional.ofNullable(in.nextDue())).orElse(null);
    }

    default boolean isBuried(String sessionId, String uid) throws CallException {
        return store().read(in -> in.isBuried(sessionId, uid));
    }

    default List<EventEntry> events(String uid, long seq) throws CallException {
        return store().read(in -> in.events(uid, seq));
    }

    default long head(String uid) throws CallException {
        return store().read(in -> in.head(uid));
    }

    default Optional<DeviceLine> device(Device device) throws CallException {
        return store().read(in -> in.device(device));
    }

    default List<DeviceLine> devices(String uid) throws CallException {
        return store().read(in -> in.devices(uid));
    }

    default Set<Device> connected(Collection<String> uids, Instant now) throws CallException {
        return store().read(in -> in.connected(uids, now));
    }

    default boolean vouch(String node, Instant until) throws CallException {
        return store().transact(in -> in.vouch(node, until));
    }

    default int releaseDead(Instant now, Instant leaseUntil) throws CallException {
        return store().transact(in -> in.releaseDead(now, leaseUntil));
    }

    /** What is done in one transaction, with no result. */
    @FunctionalInterface
    interface Step {
        void run(StoreTransaction in) throws CallException;
    }
}
