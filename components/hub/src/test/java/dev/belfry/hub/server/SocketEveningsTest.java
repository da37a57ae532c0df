package dev.belfry.hub.server;

import dev.belfry.call.CallException;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.store.PostgresServer;
import dev.belfry.hub.store.WithPostgres;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Random evenings over real sockets, with two nodes of a hub on one database, several at once and in a hurry.
 * {@code -Dbelfry.evenings=N} plays so many, {@code -Dbelfry.seed=N} one of them again.
 */
class SocketEveningsTest {
    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    private static final int EVENINGS = 24;
    private static final int AT_ONCE = 12;
    private static final int HURRY = 8;
    private static final int MANY = 100_000;
    private static final Limits LIMITS = Generous.LIMITS.withConnections(MANY, MANY);

    private final HurriedClock time = new HurriedClock(HURRY);
    private final OkHttpClient http =
            new OkHttpClient.Builder().dispatcher(unlimited()).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final List<HubServer> nodes = new ArrayList<>();

    @BeforeEach
    void start() throws CallException {
        PostgresServer postgres = POSTGRES.server();
        String database = postgres.newDatabase();
        for (String name : List.of("node-1", "node-2")) {
            nodes.add(HubServer.builder()
                    .jdbc(database, postgres.user(), "")
                    .node(name)
                    .limits(LIMITS)
                    .clock(time)
                    .start());
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        nodes.forEach(HubServer::close);
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        time.close();
    }

    @Test
    void whatever_happens_everybody_agrees_in_the_end() throws InterruptedException {
        Long only = Long.getLong("belfry.seed");
        LongStream seeds = only == null
                ? LongStream.range(0, Integer.getInteger("belfry.evenings", EVENINGS))
                : LongStream.of(only);
        Map<Long, Future<?>> playing = new LinkedHashMap<>();
        seeds.forEach(seed -> playing.put(seed, threads.submit(() -> play(seed))));
        for (Map.Entry<Long, Future<?>> each : playing.entrySet()) {
            try {
                each.getValue().get();
            } catch (ExecutionException failure) {
                throw new AssertionError(
                        "seed " + each.getKey() + " failed; play it again with -Dbelfry.seed=" + each.getKey(),
                        failure.getCause());
            }
        }
    }

    /** All devices are at one address: those that were cut off are not to hold up the others. */
    private static Dispatcher unlimited() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(MANY);
        dispatcher.setMaxRequestsPerHost(MANY);
        return dispatcher;
    }

    private Long play(long seed) throws CallException {
        try (HurriedClock own = time.another();
                SocketEvening evening = new SocketEvening(seed, nodes, own, http)) {
            evening.run();
        }
        return seed;
    }
}
