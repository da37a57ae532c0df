package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import dev.belfry.hub.service.HubStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Hands out empty stores, as many as a test asks for; after each test they are emptied for the next. Thread-safe. */
final class Stores implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final List<String> TABLES = List.of(
            "hub_locks",
            "hub_calls",
            "hub_call_parties",
            "hub_buried",
            "hub_mailboxes",
            "hub_events",
            "hub_nodes",
            "hub_devices",
            "hub_members",
            "hub_groups",
            "hub_users");

    private final Backend backend;
    private final WithPostgres postgres = new WithPostgres();
    private final Deque<JdbcHubStore> used = new ArrayDeque<>();
    private final Deque<JdbcHubStore> empty = new ArrayDeque<>();
    private final Deque<Runnable> closing = new ArrayDeque<>();

    Stores(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (backend == Backend.POSTGRES) {
            postgres.beforeAll(context);
        }
    }

    /** Returns a store with nothing in it that no other test uses. */
    synchronized HubStore next() {
        JdbcHubStore store = empty.isEmpty() ? open() : empty.remove();
        used.add(store);
        return store;
    }

    private JdbcHubStore open() {
        try {
            if (backend == Backend.POSTGRES) {
                PostgresServer server = postgres.server();
                JdbcHubStore store = JdbcHubStore.postgres(server.newDatabase(), server.user(), "")
                        .poolSize(2)
                        .open();
                closing.add(store::close);
                return store;
            }
            JdbcConnectionPool pool = JdbcConnectionPool.create(
                    "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=5000",
                    "sa",
                    "");
            closing.add(pool::dispose);
            return JdbcHubStore.of(pool).open();
        } catch (CallException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        while (!used.isEmpty()) {
            JdbcHubStore store = used.remove();
            store.opened().jdbi().useHandle(handle -> TABLES.forEach(table -> handle.execute("DELETE FROM " + table)));
            empty.add(store);
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        used.clear();
        empty.clear();
        closing.forEach(Runnable::run);
        closing.clear();
    }
}
