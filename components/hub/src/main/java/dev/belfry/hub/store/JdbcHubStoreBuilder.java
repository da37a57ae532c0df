package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Opens a {@link JdbcHubStore}. Not thread-safe.
 *
 * @since 0.1
 */
public final class JdbcHubStoreBuilder {
    private static final int MIN_KEPT = 100;

    private final DatabaseAddress address;
    private int poolSize = 10;
    private int keptEvents = 1_000;
    private RandomGenerator random = new Random();
    private Consumer<Duration> pause = time -> LockSupport.parkNanos(time.toNanos());

    JdbcHubStoreBuilder(DatabaseAddress address) {
        this.address = address;
    }

    /** Sets how many connections the store opens at most; 10 by default. A host's own pool has its own size. */
    public JdbcHubStoreBuilder poolSize(int connections) {
        require(connections >= 2, "a store needs two connections or more");
        poolSize = connections;
        return this;
    }

    /** Sets how many events of each user are kept at least; 1,000 by default. Superfluous ones go a hundred at once. */
    public JdbcHubStoreBuilder keptEvents(int number) {
        require(number >= MIN_KEPT, "keep " + MIN_KEPT + " events or more");
        keptEvents = number;
        return this;
    }

    /** Sets what draws the time, and what waits it, before a transaction is run again. */
    JdbcHubStoreBuilder retrying(RandomGenerator numbers, Consumer<Duration> waiting) {
        random = numbers;
        pause = waiting;
        return this;
    }

    /**
     * Opens the store: makes its tables, or brings those of an earlier version up to date.
     *
     * @throws CallException ERR_UNAVAILABLE if the database cannot be used, with the reason as its cause
     */
    public JdbcHubStore open() throws CallException {
        OpenDatabase opened = address.open(poolSize);
        return new JdbcHubStore(opened, new Backoff(random, pause), keptEvents);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
