package dev.belfry.hub.service;

import dev.belfry.call.spi.SignalingEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One transaction of the hub's, and what is to be done once it is committed. Confined to one thread. */
final class Change {
    private final StoreTransaction in;
    private final Instant now;
    private final boolean first;
    private final Deadlines deadlines;
    private final Map<String, CallRecord> written = new HashMap<>();
    private @Nullable Instant due;

    Change(StoreTransaction in, Instant now, boolean first, Deadlines deadlines) {
        this.in = in;
        this.now = now;
        this.first = first;
        this.deadlines = deadlines;
    }

    StoreTransaction in() {
        return in;
    }

    /** The time at which all of it happens. */
    Instant now() {
        return now;
    }

    /** Whether this is the first attempt, for which what was read before the transaction is good. */
    boolean isFirst() {
        return first;
    }

    /** A record as this transaction has made it. */
    CallRecord current(CallRecord record) {
        return written.getOrDefault(record.sessionId(), record);
    }

    void insert(CallRecord record) {
        in.insert(record, note(record, deadlines.due(record)));
    }

    void replace(CallRecord expected, CallRecord next, Cast cast) {
        boolean lost = next.seats().stream().anyMatch(seat -> !cast.reaches(seat.device()));
        in.compareAndSet(expected, next, note(next, lost ? now : deadlines.due(next)));
    }

    /** Has a call looked at as soon as this is over. */
    void wake(CallRecord record) {
        CallRecord current = current(record);
        in.compareAndSet(current, current, note(current, now));
    }

    void put(DeviceLine line) {
        in.put(line, now);
        wake(line.leaseUntil());
    }

    void append(Audience audience, SignalingEvent event) {
        in.append(new EventDraft(now, audience, event));
    }

    /** The first time at which something that was written here needs attention; null for never. */
    @Nullable
    Instant due() {
        return due;
    }

    private @Nullable Instant note(CallRecord record, @Nullable Instant at) {
        written.put(record.sessionId(), record);
        wake(at);
        return at;
    }

    private void wake(@Nullable Instant at) {
        if (at != null && (due == null || at.isBefore(due))) {
            due = at;
        }
    }
}
