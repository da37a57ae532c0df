package dev.belfry.hub.service;

import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the next version of a record, and collects who is told of it. */
final class CallEdit {
    private final CallRecord from;
    private final Instant now;
    private final List<Notice> notices = new ArrayList<>();
    private Party caller;
    private List<Party> receivers;
    private List<Seat> seats;
    private @Nullable Instant aloneSince;
    private CallStatus status;
    private String changedBy;
    private @Nullable Instant connectedAt;
    private @Nullable Instant endedAt;
    private @Nullable EndReason endReason;
    private @Nullable String mergedInto;

    CallEdit(CallRecord from, Instant now) {
        this.from = from;
        this.now = now;
        caller = from.caller();
        receivers = from.receivers();
        seats = from.seats();
        aloneSince = from.aloneSince();
        status = from.status();
        changedBy = from.changedBy();
        connectedAt = from.connectedAt();
        endedAt = from.endedAt();
        endReason = from.endReason();
        mergedInto = from.mergedInto();
    }

    /** The record as edited so far. */
    CallRecord current() {
        return new CallRecord(
                from.sessionId(),
                from.request(),
                caller,
                receivers,
                status,
                changedBy,
                from.initiatedAt(),
                now,
                connectedAt,
                endedAt,
                endReason,
                seats,
                aloneSince,
                mergedInto,
                from.version() + 1);
    }

    Instant now() {
        return now;
    }

    CallEdit status(CallStatus next, String by) {
        status = next;
        changedBy = by;
        return this;
    }

    CallEdit close(CallStatus next, EndReason reason, String by) {
        endedAt = now;
        endReason = reason;
        seat(List.of());
        return status(next, by);
    }

    CallEdit merge(String into) {
        mergedInto = into;
        return this;
    }

    CallEdit party(Party next) {
        return parties(party -> party.uid().equals(next.uid()), party -> next);
    }

    CallEdit parties(Predicate<Party> which, UnaryOperator<Party> change) {
        caller = which.test(caller) ? change.apply(caller) : caller;
        receivers = receivers.stream()
                .map(party -> which.test(party) ? change.apply(party) : party)
                .toList();
        return this;
    }

    CallEdit sit(Seat seat) {
        List<Seat> next = new ArrayList<>(seats);
        next.add(seat);
        return seat(next);
    }

    CallEdit replace(Seat seat) {
        return seat(seats.stream()
                .map(each -> each.device().equals(seat.device()) ? seat : each)
                .toList());
    }

    CallEdit rise(Seat seat) {
        return seat(seats.stream().filter(each -> !each.equals(seat)).toList());
    }

    private CallEdit seat(List<Seat> next) {
        long users = next.stream().map(each -> each.device().uid()).distinct().count();
        if (connectedAt == null && users > 1) {
            connectedAt = now;
        }
        if (users != 1) {
            aloneSince = null;
        } else if (aloneSince == null) {
            aloneSince = now;
        }
        seats = next;
        return this;
    }

    CallEdit tell(Notice notice) {
        notices.add(notice);
        return this;
    }

    Transition by(@Nullable Device cause) {
        Device device = Objects.requireNonNullElse(cause, new Device(changedBy, ""));
        return new Transition(current(), device, notices);
    }
}
