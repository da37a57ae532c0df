package dev.belfry.hub.store;

import dev.belfry.call.CallDirection;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.hub.service.CallRecord;
import dev.belfry.hub.service.LogCursor;
import dev.belfry.hub.service.LogPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One user's calls in pages. A page begins beside the call that its cursor names, by value and not by count, so that it
 * costs the same anywhere in a history of any length.
 */
final class CallLog {
    private final Handle handle;
    private final Bodies bodies;
    private final CallLogFilter filter;
    private final Map<String, Object> bindings = new LinkedHashMap<>();
    private final StringBuilder where = new StringBuilder("p.uid = :uid AND p.is_logged");

    CallLog(Handle handle, Bodies bodies, String uid, CallLogFilter filter) {
        this.handle = handle;
        this.bodies = bodies;
        this.filter = filter;
        bindings.put("uid", uid);
        where("type", filter.type() == null ? null : filter.type().name());
        where("status", filter.status() == null ? null : filter.status().name());
        where("is_outgoing", filter.direction() == null ? null : filter.direction() == CallDirection.OUTGOING);
        where("other_uid", filter.uid());
        where("guid", filter.guid());
    }

    LogPage page(@Nullable String cursor) throws CallException {
        LogCursor place = LogCursor.parse(cursor);
        boolean older = place == null || place.older();
        List<CallRecord> found = read(place, older, filter.limit() + 1);
        if (found.isEmpty()) {
            return new LogPage(found, null, null);
        }
        boolean more = found.size() > filter.limit();
        List<CallRecord> page = new ArrayList<>(more ? found.subList(0, filter.limit()) : found);
        if (!older) {
            Collections.reverse(page);
        }
        LogCursor newer = LogCursor.newerThan(page.get(0));
        LogCursor back = LogCursor.olderThan(page.get(page.size() - 1));
        boolean hasNewer = older ? place != null && exists(newer) : more;
        boolean hasOlder = older ? more : exists(back);
        return new LogPage(page, hasOlder ? back.text() : null, hasNewer ? newer.text() : null);
    }

    private boolean exists(LogCursor place) {
        return !read(place, place.older(), 1).isEmpty();
    }

    /** Reads the calls nearest to a place on one side of it, the nearest first. */
    private List<CallRecord> read(@Nullable LogCursor place, boolean older, int limit) {
        String order = older ? " DESC" : "";
        String side = older ? "<" : ">";
        String from = place == null
                ? ""
                : " AND p.initiated_at " + side + "= :at AND (p.initiated_at, p.session_id) " + side
                        + " (:at, :session)";
        var query = handle.createQuery("SELECT c.body FROM hub_call_parties p JOIN hub_calls c"
                        + " ON c.session_id = p.session_id WHERE " + where + from
                        + " ORDER BY p.initiated_at" + order + ", p.session_id" + order + " LIMIT :limit")
                .bindMap(bindings)
                .bind("limit", limit);
        if (place != null) {
            query.bind("at", Moments.nanos(place.initiatedAt())).bind("session", place.sessionId());
        }
        return query.map(Columns.TEXT).map(bodies::readRecord).list();
    }

    private void where(String column, @Nullable Object value) {
        if (value != null) {
            where.append(" AND p.").append(column).append(" = :").append(column);
            bindings.put(column, value);
        }
    }
}
