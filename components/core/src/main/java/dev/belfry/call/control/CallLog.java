package dev.belfry.call.control;

import dev.belfry.call.Call;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the call log page by page, newest first. Thread-safe; one fetch at a time.
 *
 * @since 0.1
 */
public interface CallLog {
    /** Returns the next page of older calls, empty at the end. */
    CompletableFuture<List<Call>> fetchNext();

    /** Returns the page of newer calls before the last one fetched, empty at the beginning. */
    CompletableFuture<List<Call>> fetchPrevious();
}
