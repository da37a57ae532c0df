package dev.belfry.hub.store;

import com.zaxxer.hikari.HikariConfig;
import dev.belfry.call.CallException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a PostgreSQL server. */
record PostgresServerAddress(String url, String user, String password) implements DatabaseAddress {
    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 20;
    private static final String LIMITS =
            "SET statement_timeout = '10s'; SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '30s'";

    @Override
    public OpenDatabase open(int poolSize) throws CallException {
        HikariConfig config = Opening.pool(poolSize);
        config.setDataSource(source());
        config.setConnectionInitSql(LIMITS);
        OpenDatabase opened = Opening.open(config, () -> {});
        return new OpenDatabase(opened.jdbi(), this::listener, opened.isPostgres(), opened.atClose());
    }

    /** Opens a connection that is not the pool's, to be kept. */
    private Connection listener() throws SQLException {
        return source().getConnection();
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("belfry-hub");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SOCKET_SECONDS);
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "PostgreSQL for " + user;
    }
}
