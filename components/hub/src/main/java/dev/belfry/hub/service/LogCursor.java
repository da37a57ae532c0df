package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A place in a call log that stays where it is while new calls come: beside the call it names. */
record LogCursor(boolean older, Instant initiatedAt, String sessionId) {
    /** Newest first; ids break ties. */
    static final Comparator<CallRecord> NEWEST_FIRST = Comparator.comparing(CallRecord::initiatedAt)
            .thenComparing(CallRecord::sessionId)
            .reversed();

    static LogCursor olderThan(CallRecord record) {
        return new LogCursor(true, record.initiatedAt(), record.sessionId());
    }

    static LogCursor newerThan(CallRecord record) {
        return new LogCursor(false, record.initiatedAt(), record.sessionId());
    }

    static @Nullable LogCursor parse(@Nullable String text) throws CallException {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(" ", 3);
        if (parts.length != 3 || !(parts[0].equals("older") || parts[0].equals("newer"))) {
            throw CallException.badRequest("cursor");
        }
        try {
            return new LogCursor(parts[0].equals("older"), Instant.parse(parts[1]), parts[2]);
        } catch (DateTimeException malformed) {
            throw new CallException(ErrorCode.ERR_BAD_REQUEST, "cursor", malformed);
        }
    }

    String text() {
        return (older ? "older " : "newer ") + initiatedAt + " " + sessionId;
    }

    /** Whether a record lies on the side of the place that this cursor looks to. */
    boolean reaches(CallRecord record) {
        int order = record.initiatedAt().compareTo(initiatedAt);
        int side = order != 0 ? order : record.sessionId().compareTo(sessionId);
        return older ? side < 0 : side > 0;
    }
}
