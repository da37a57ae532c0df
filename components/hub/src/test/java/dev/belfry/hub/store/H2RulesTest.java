package dev.belfry.hub.store;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules of every store, on H2. */
class H2RulesTest extends StoreRules {
    @RegisterExtension
    static final Stores STORES = new Stores(Backend.H2);

    H2RulesTest() {
        super(STORES);
    }
}
