package dev.belfry.signaling.okhttp;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What callers were promised: none stays open after the end, whatever became of the work for it. Thread-safe. */
final class Promises {
    private final Executor executor;
    private final Map<Long, CompletableFuture<?>> open = new ConcurrentHashMap<>();
    private final AtomicLong made = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** Creates promises that are worked for on an executor. */
    Promises(Executor executor) {
        this.executor = executor;
    }

    /** Makes a promise and begins the work for it; after the end the promise is broken at once. */
    <T extends @Nullable Object> CompletableFuture<T> make(Consumer<CompletableFuture<T>> work) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        long number = made.incrementAndGet();
        open.put(number, promise);
        var unused = promise.whenComplete((value, failure) -> open.remove(number));
        if (isEnded()) {
            fail(promise);
        } else {
            executor.execute(() -> work.accept(promise));
        }
        return promise;
    }

    boolean isEnded() {
        return ended.get();
    }

    /** Makes no more promises. */
    void end() {
        ended.set(true);
    }

    /** Breaks every promise that is not kept yet. */
    void fail() {
        List.copyOf(open.values()).forEach(Promises::fail);
    }

    private static void fail(CompletableFuture<?> promise) {
        promise.completeExceptionally(new CallException(ErrorCode.ERR_CONNECTION_LOST));
    }
}
