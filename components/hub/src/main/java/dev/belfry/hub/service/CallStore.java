package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where call records live. Thread-safe; every method is atomic by itself.
 *
 * @since 0.1
 */
public interface CallStore {
    /** Returns the record of a session. */
    Optional<CallRecord> find(String sessionId);

    /** Stores the first version of a record; returns false if there is one under its session id already. */
    boolean insert(CallRecord first);

    /** Stores the next version of a record; returns false if the stored version is not the expected one. */
    boolean compareAndSet(CallRecord expected, CallRecord next);

    /** Returns every call that is not over and that a user is a party of, oldest first. */
    List<CallRecord> open(String uid);

    /** Notes that a user took back a call of which no record exists yet; forgotten some time later. */
    void bury(String sessionId, String uid);

    /** Returns whether this user took this call back before it came to exist. */
    boolean isBuried(String sessionId, String uid);

    /**
     * Returns a page of a user's calls, newest first; those merged into another are left out.
     *
     * @param cursor where the page begins, from the page before; null for the first
     * @throws CallException ERR_BAD_REQUEST for a cursor that is none
     */
    LogPage log(String uid, CallLogFilter filter, @Nullable String cursor) throws CallException;

    /**
     * A page of records.
     *
     * @param records newest first
     * @param next the cursor of the page of older calls, or null at the end
     * @param previous the cursor of the page of newer calls, or null at the beginning
     */
    record LogPage(
            List<CallRecord> records,
            @Nullable String next,
            @Nullable String previous) {
        public LogPage {
            records = List.copyOf(records);
        }
    }
}
