package dev.belfry.hub.store;

import dev.belfry.call.CallException;

/** Where a database is and how to come to it. */
interface DatabaseAddress {
    /**
     * Opens a pool of connections to a database whose tables are up to date.
     *
     * @param poolSize how many connections there are at most
     * @throws CallException ERR_UNAVAILABLE if the database cannot be used
     */
    OpenDatabase open(int poolSize) throws CallException;
}
