package dev.belfry.signaling.okhttp;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The clients of a line, on the host's client and its pools, or on pools of the line's own.
 *
 * @param requests gives every request a limited time
 * @param sockets asks the hub at intervals whether it is still there
 * @param release lets go of pools that are not the host's
 */
record HttpClients(OkHttpClient requests, OkHttpClient sockets, Runnable release) {
    private static final Duration CALL_LIMIT = Duration.ofSeconds(10);
    private static final Duration PING_INTERVAL = Duration.ofSeconds(10);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final long IDLE_SECONDS = 5;

    /** Returns clients that are like the host's; or, without one, with everything at its default. */
    static HttpClients of(@Nullable OkHttpClient hosts) {
        if (hosts != null) {
            return derived(hosts, () -> {});
        }
        ExecutorService threads = threads();
        OkHttpClient own =
                new OkHttpClient.Builder().dispatcher(new Dispatcher(threads)).build();
        return derived(own, () -> {
            threads.shutdown();
            own.connectionPool().evictAll();
        });
    }

    private static HttpClients derived(OkHttpClient base, Runnable release) {
        OkHttpClient limited = base.newBuilder().callTimeout(CALL_LIMIT).build();
        OkHttpClient sockets = limited.newBuilder()
                .pingInterval(PING_INTERVAL)
                .webSocketCloseTimeout(CLOSE_LIMIT)
                .build();
        return new HttpClients(limited, sockets, release);
    }

    private static ExecutorService threads() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "belfry-http");
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
