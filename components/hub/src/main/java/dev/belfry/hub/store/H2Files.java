package dev.belfry.hub.store;

import com.zaxxer.hikari.HikariConfig;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An H2 database in files. A transaction that is over has been handed to the operating system, so that the end of this
 * process, however sudden, loses none. It stays open while the pool has no connection, until the pool is closed.
 */
record H2Files(Path directory) implements DatabaseAddress {
    private static final System.Logger LOG = System.getLogger(H2Files.class.getName());
    private static final String SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=5000;QUERY_TIMEOUT=10000"
                    + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    H2Files {
        directory = directory.toAbsolutePath();
        if (directory.toString().contains(";")) {
            throw new IllegalArgumentException("H2 takes no directory with a semicolon in its name: " + directory);
        }
    }

    @Override
    public OpenDatabase open(int poolSize) throws CallException {
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new CallException(ErrorCode.ERR_UNAVAILABLE, directory.toString(), failed);
        }
        JdbcDataSource files = new JdbcDataSource();
        files.setURL("jdbc:h2:file:" + directory.resolve("hub") + SETTINGS);
        files.setUser("sa");
        HikariConfig config = Opening.pool(poolSize);
        config.setDataSource(files);
        return Opening.open(config, () -> shutDown(files));
    }

    private static void shutDown(JdbcDataSource files) {
        try (Connection connection = files.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException failed) {
            LOG.log(System.Logger.Level.WARNING, "The database was not shut down in good order", failed);
        }
    }
}
