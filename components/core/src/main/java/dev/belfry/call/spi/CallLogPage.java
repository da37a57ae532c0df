package dev.belfry.call.spi;

import dev.belfry.call.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the call log.
 *
 * @param calls newest first
 * @param next the cursor of the page of older calls, or null at the end
 * @param previous the cursor of the page of newer calls, or null at the beginning
 * @since 0.1
 */
public record CallLogPage(
        List<Call> calls, @Nullable String next, @Nullable String previous) {
    public CallLogPage {
        calls = List.copyOf(calls);
    }
}
