package dev.belfry.call;

import org.jspecify.annotations.Nullable;

/**
 * Which calls of the log to fetch; null leaves a field open.
 *
 * @param limit how many calls a page has at most, 1 to 100
 * @param type only calls of this type
 * @param status only calls with this status
 * @param direction only calls that went this way
 * @param uid only calls with this user
 * @param guid only calls to this group
 * @since 0.1
 */
public record CallLogFilter(
        int limit,
        @Nullable CallType type,
        @Nullable CallStatus status,
        @Nullable CallDirection direction,
        @Nullable String uid,
        @Nullable String guid) {
    /** The greatest number of calls in one page. */
    public static final int MAX_LIMIT = 100;

    /** Every call, in pages of 30. */
    public static final CallLogFilter ALL = new CallLogFilter(30, null, null, null, null, null);

    public CallLogFilter {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }
}
