package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Runs work on connections of the pool, again if it met another's; turns failures into typed errors. Thread-safe. */
final class Database {
    /** From the second run on records are held when they are read, so that hardly any work comes so far. */
    private static final int MAX_ATTEMPTS = 25;

    private final Jdbi jdbi;
    private final Backoff backoff;
    private final Outage outage = new Outage();

    Database(Jdbi jdbi, Backoff backoff) {
        this.jdbi = jdbi;
        this.backoff = backoff;
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(Handle handle) throws CallException;
    }

    /** What is done on a connection, perhaps several times. */
    @FunctionalInterface
    interface RepeatableWork<T extends @Nullable Object> {
        /**
         * Does it.
         *
         * @param attempt 1 for the first time
         */
        T run(Handle handle, int attempt) throws CallException;
    }

    /** Runs statements each of which is a transaction of its own; on a connection in use by this thread, in its. */
    <T extends @Nullable Object> T read(Work<T> work) throws CallException {
        try {
            T result = jdbi.withHandle(work::run);
            outage.over();
            return result;
        } catch (JdbiException failure) {
            throw refused(failure);
        }
    }

    /** Runs work in one transaction, whole or not at all. */
    <T extends @Nullable Object> T transact(RepeatableWork<T> work) throws CallException {
        for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
            int current = attempt;
            try {
                T result = jdbi.inTransaction(handle -> work.run(handle, current));
                outage.over();
                return result;
            } catch (Conflict again) {
                backoff.after(attempt);
            } catch (JdbiException failure) {
                SqlFailure sql = SqlFailure.of(failure);
                if (sql == null || !sql.isPassing()) {
                    throw refused(failure);
                }
                backoff.after(attempt);
            }
        }
        throw new CallException(ErrorCode.ERR_UNAVAILABLE);
    }

    private CallException refused(JdbiException failure) {
        SqlFailure sql = SqlFailure.of(failure);
        if (sql == null) {
            throw failure;
        }
        if (!sql.isOfData()) {
            outage.met(sql);
        }
        return sql.toCallException();
    }
}
