package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.call.spi.SignalingClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Follows the cursors of the hub's pages. */
final class CallLogReader implements CallLog {
    private final SignalingClient signaling;
    private final CallLogFilter filter;
    private final Executor callbacks;
    private @Nullable CallLogPage page;

    CallLogReader(SignalingClient signaling, CallLogFilter filter, Executor callbacks) {
        this.signaling = signaling;
        this.filter = filter;
        this.callbacks = callbacks;
    }

    @Override
    public CompletableFuture<List<Call>> fetchNext() {
        CallLogPage last = page();
        return last != null && last.next() == null
                ? CompletableFuture.completedFuture(List.of())
                : fetch(last == null ? null : last.next());
    }

    @Override
    public CompletableFuture<List<Call>> fetchPrevious() {
        CallLogPage last = page();
        return last == null || last.previous() == null
                ? CompletableFuture.completedFuture(List.of())
                : fetch(last.previous());
    }

    private CompletableFuture<List<Call>> fetch(@Nullable String cursor) {
        CompletableFuture<List<Call>> result = new CompletableFuture<>();
        Futures.listen(
                signaling.calls(filter, cursor),
                callbacks,
                fetched -> {
                    turnTo(fetched);
                    result.complete(fetched.calls());
                },
                result::completeExceptionally);
        return result;
    }

    private synchronized @Nullable CallLogPage page() {
        return page;
    }

    private synchronized void turnTo(CallLogPage fetched) {
        page = fetched;
    }
}
