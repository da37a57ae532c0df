package dev.belfry.hub.store;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules of every store, on PostgreSQL. */
class PostgresRulesTest extends StoreRules {
    @RegisterExtension
    static final Stores STORES = new Stores(Backend.POSTGRES);

    PostgresRulesTest() {
        super(STORES);
    }
}
