package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a database's refusal means for the work that met it.
 *
 * @param cause what the database said; it carries neither statements nor their values
 */
record SqlFailure(SQLException cause) {
    /** Serialization failure, deadlock, a row that appeared meanwhile; in PostgreSQL's words and in H2's. */
    private static final Set<String> AGAIN = Set.of("40001", "40P01", "23505", "90131");

    /** Class 22, data exception: a text that the database cannot hold. */
    private static final String DATA = "22";

    /** Returns what the database said, null if the failure is not the database's. */
    static @Nullable SqlFailure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return new SqlFailure(sql);
            }
        }
        return null;
    }

    /** Whether the work may succeed if it is run again. */
    boolean isPassing() {
        return AGAIN.contains(state());
    }

    /** Whether the fault lies in the values and not in the database. */
    boolean isOfData() {
        return state().startsWith(DATA);
    }

    CallException toCallException() {
        return isOfData()
                ? new CallException(ErrorCode.ERR_BAD_REQUEST, "body", cause)
                : new CallException(ErrorCode.ERR_UNAVAILABLE, null, cause);
    }

    String state() {
        return cause.getSQLState() == null ? "" : cause.getSQLState();
    }
}
