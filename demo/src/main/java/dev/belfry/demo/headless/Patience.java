package dev.belfry.demo.headless;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long a script waits. */
final class Patience {
    /** For what a program does by itself. */
    static final long USUAL_MILLIS = 15_000;

    /** For libraries, ciphers and their providers, from a disk that may be cold. */
    static final long LOADING_MILLIS = 60_000;

    private Patience() {}

    /** Waits the usual time. */
    static <T> T await(String what, CompletableFuture<T> future)
            throws InterruptedException, TimeoutException, ExecutionException {
        return await(what, future, USUAL_MILLIS);
    }

    static <T> T await(String what, CompletableFuture<T> future, long millis)
            throws InterruptedException, TimeoutException, ExecutionException {
        try {
            return future.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            TimeoutException named = new TimeoutException("waited in vain for " + what);
            named.initCause(e);
            throw named;
        }
    }
}
