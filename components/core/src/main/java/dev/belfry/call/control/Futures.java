package dev.belfry.call.control;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Hands the outcome of a future on, its failure always as a {@link CallException}. */
final class Futures {
    private Futures() {}

    static <T> void listen(
            CompletableFuture<T> future, Executor executor, Consumer<T> success, Consumer<CallException> failure) {
        var unused = future.whenComplete((value, error) -> executor.execute(() -> {
            if (error == null) {
                success.accept(value);
            } else {
                failure.accept(asCallException(error));
            }
        }));
    }

    private static CallException asCallException(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof CallException known
                ? known
                : new CallException(ErrorCode.ERR_BAD_REQUEST, cause.toString(), cause);
    }
}
