package dev.belfry.hub.store;

import java.nio.file.Path;

/** The databases that every test of the store runs on. */
enum Backend {
    H2,
    POSTGRES;

    /** Prepares a store in an empty database. */
    JdbcHubStoreBuilder fresh(Path directory, PostgresServer server) {
        return switch (this) {
            case H2 -> JdbcHubStore.h2(directory);
            case POSTGRES -> JdbcHubStore.postgres(server.newDatabase(), server.user(), "");
        };
    }
}
