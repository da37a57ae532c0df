package dev.belfry.hub.service;

import dev.belfry.call.CallDirection;
import dev.belfry.call.CallLogFilter;

/**
 * Which records a user's filter lets through.
 *
 * @since 0.1
 */
public final class LogFilter {
    private LogFilter() {}

    /** Returns whether a record is in a user's log under a filter, whatever the filter's limit. */
    public static boolean matches(CallRecord record, String uid, CallLogFilter filter) {
        boolean outgoing = record.caller().uid().equals(uid);
        return (filter.type() == null || record.request().type() == filter.type())
                && (filter.status() == null || record.status(uid) == filter.status())
                && (filter.direction() == null || outgoing == (filter.direction() == CallDirection.OUTGOING))
                && (filter.uid() == null || withUser(record, uid, filter.uid()))
                && (filter.guid() == null
                        || (record.isGroup() && record.request().receiverId().equals(filter.guid())));
    }

    private static boolean withUser(CallRecord record, String uid, String other) {
        return !record.isGroup() && !uid.equals(other) && record.party(other).isPresent();
    }
}
