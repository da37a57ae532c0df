package dev.belfry.hub.store;

import dev.belfry.hub.service.CallRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction will write of one call at its end.
 *
 * @param before the record that must be stored till then; null if none may be
 * @param next what becomes of it
 * @param due when it falls due
 */
record PendingCall(
        @Nullable CallRecord before,
        CallRecord next,
        @Nullable Instant due) {}
