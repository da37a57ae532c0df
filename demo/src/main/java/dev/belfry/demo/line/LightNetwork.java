package dev.belfry.demo.line;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What all light devices of a program share: the nodes of the hub, and a handful of threads. Thread-safe. */
public final class LightNetwork implements AutoCloseable {
    private static final int THREADS = 4;
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

    private final List<URI> nodes;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, named("light-worker"));
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, named("light-clock"));
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .executor(workers)
            .build();
    private final LongAdder retries = new LongAdder();
    private final LongAdder reconnects = new LongAdder();

    /**
     * Creates a network.
     *
     * @param nodes where the hub is; devices whose node fails go on with the next
     */
    public LightNetwork(List<URI> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /** Returns what the API key is used with, at the first node. */
    public BackEnd backEnd(String apiKey) {
        return new BackEnd(http, nodes.get(0), apiKey);
    }

    /** Returns how often a command was sent again, because a node failed. */
    public long retries() {
        return retries.sum();
    }

    /** Returns how often a device had to connect anew. */
    public long reconnects() {
        return reconnects.sum();
    }

    /** Ends the threads; close the devices first. */
    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdown();
    }

    HttpClient http() {
        return http;
    }

    URI node(int turn) {
        return nodes.get(Math.floorMod(turn, nodes.size()));
    }

    void after(Duration delay, Runnable task) {
        var unused = clock.schedule(() -> workers.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    void countRetry() {
        retries.increment();
    }

    void countReconnect() {
        reconnects.increment();
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
