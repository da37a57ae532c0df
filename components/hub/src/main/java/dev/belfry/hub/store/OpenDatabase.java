package dev.belfry.hub.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * A pool of connections to a database whose tables are up to date.
 *
 * @param jdbi takes its connections from the pool
 * @param connections where a connection comes from
 * @param isPostgres whether it is PostgreSQL; H2 otherwise
 * @param atClose closes what was opened
 */
record OpenDatabase(Jdbi jdbi, Connections connections, boolean isPostgres, Runnable atClose) implements AutoCloseable {
    /** Where a connection to keep comes from. */
    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    static OpenDatabase on(DataSource pool, Runnable atClose) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.registerArrayType(String.class, "varchar");
        boolean postgres = jdbi.withHandle(handle ->
                handle.queryMetadata(DatabaseMetaData::getDatabaseProductName).equals("PostgreSQL"));
        Migrations.run(pool, postgres);
        return new OpenDatabase(jdbi, pool::getConnection, postgres, atClose);
    }

    @Override
    public void close() {
        atClose.run();
    }
}
