package dev.belfry.hub.service;

import dev.belfry.call.CallDirection;
import dev.belfry.call.CallLogFilter;

/** Which records a user's filter lets through. */
final class LogFilter {
    private LogFilter() {}

    static boolean matches(CallRecord record, String uid, CallLogFilter filter) {
        boolean outgoing = record.caller().uid().equals(uid);
        return (filter.type() == null || record.request().type() == filter.type())
                && (filter.status() == null || CallViews.status(record, uid) == filter.status())
                && (filter.direction() == null || outgoing == (filter.direction() == CallDirection.OUTGOING))
                && (filter.uid() == null || withUser(record, uid, filter.uid()))
                && (filter.guid() == null
                        || (record.isGroup() && record.request().receiverId().equals(filter.guid())));
    }

    private static boolean withUser(CallRecord record, String uid, String other) {
        return !record.isGroup() && !uid.equals(other) && record.party(other).isPresent();
    }
}
