package dev.belfry.hub.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a user's calls.
 *
 * @param records newest first
 * @param next the cursor of the page of older calls, or null at the end
 * @param previous the cursor of the page of newer calls, or null at the beginning
 * @since 0.1
 */
public record LogPage(
        List<CallRecord> records,
        @Nullable String next,
        @Nullable String previous) {
    public LogPage {
        records = List.copyOf(records);
    }
}
