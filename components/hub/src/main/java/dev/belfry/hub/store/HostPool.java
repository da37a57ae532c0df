package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import javax.sql.DataSource;

/** A pool that a host opened and closes. */
record HostPool(DataSource pool) implements DatabaseAddress {
    @Override
    public OpenDatabase open(int poolSize) throws CallException {
        return Opening.typed(() -> OpenDatabase.on(pool, () -> {}));
    }
}
