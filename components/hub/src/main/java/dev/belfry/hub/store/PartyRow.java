package dev.belfry.hub.store;

import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.hub.service.CallRecord;
import dev.belfry.hub.service.Party;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is stored of one user's part in a call, for logs to be filtered and ordered by. */
record PartyRow(
        String uid,
        String sessionId,
        Instant initiatedAt,
        boolean open,
        boolean logged,
        boolean outgoing,
        CallType type,
        CallStatus status,
        @Nullable String otherUid,
        @Nullable String guid) {
    /** Returns the rows of a call by uid. */
    static Map<String, PartyRow> of(CallRecord record) {
        Map<String, PartyRow> rows = new LinkedHashMap<>();
        record.parties().forEach(party -> rows.putIfAbsent(party.uid(), of(record, party)));
        return rows;
    }

    private static PartyRow of(CallRecord record, Party party) {
        String uid = party.uid();
        boolean outgoing = record.caller().uid().equals(uid);
        String receiver = record.request().receiverId();
        return new PartyRow(
                uid,
                record.sessionId(),
                record.initiatedAt(),
                !record.status().isTerminal(),
                !record.isMerged(),
                outgoing,
                record.request().type(),
                record.status(uid),
                record.isGroup() ? null : outgoing ? receiver : record.caller().uid(),
                record.isGroup() ? receiver : null);
    }
}
