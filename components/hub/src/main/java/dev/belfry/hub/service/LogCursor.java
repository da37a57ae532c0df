package dev.belfry.hub.service;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in a call log that stays where it is while new calls come: beside the call it names.
 *
 * @param older whether it looks to older calls; to newer ones otherwise
 * @param initiatedAt when the call it names was started
 * @param sessionId the call it names, which is on neither side
 * @since 0.1
 */
public record LogCursor(boolean older, Instant initiatedAt, String sessionId) {
    /** The order of a log: newest first; ids break ties, the greater first. */
    public static final Comparator<CallRecord> NEWEST_FIRST = Comparator.comparing(CallRecord::initiatedAt)
            .thenComparing(CallRecord::sessionId)
            .reversed();

    /** Returns the place to go on from to calls older than this one. */
    public static LogCursor olderThan(CallRecord record) {
        return new LogCursor(true, record.initiatedAt(), record.sessionId());
    }

    /** Returns the place to go on from to calls newer than this one. */
    public static LogCursor newerThan(CallRecord record) {
        return new LogCursor(false, record.initiatedAt(), record.sessionId());
    }

    /**
     * Returns the place that a text names; null for null.
     *
     * @throws CallException ERR_BAD_REQUEST for a text that is none
     */
    public static @Nullable LogCursor parse(@Nullable String text) throws CallException {
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

    /** Returns the text that {@link #parse} reads. */
    public String text() {
        return (older ? "older " : "newer ") + initiatedAt + " " + sessionId;
    }

    /** Returns whether a record lies on the side of the place that this cursor looks to. */
    public boolean reaches(CallRecord record) {
        int order = record.initiatedAt().compareTo(initiatedAt);
        int side = order != 0 ? order : record.sessionId().compareTo(sessionId);
        return older ? side < 0 : side > 0;
    }
}
