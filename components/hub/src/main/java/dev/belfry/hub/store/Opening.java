package dev.belfry.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.time.Duration;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;

/** Opens pools, the same way for every database. */
final class Opening {
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration VALIDATION = Duration.ofSeconds(2);

    private Opening() {}

    /** What opens a database, and may fail in the libraries' ways. */
    @FunctionalInterface
    interface Attempt {
        OpenDatabase open();
    }

    /** Returns the settings of a pool. */
    static HikariConfig pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("belfry-hub");
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(WAIT.toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        config.setInitializationFailTimeout(WAIT.toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return config;
    }

    /** Opens a pool, and closes it again if what is done with it fails. */
    static OpenDatabase open(HikariConfig config, Runnable atClose) throws CallException {
        return typed(() -> {
            HikariDataSource pool = new HikariDataSource(config);
            try {
                return OpenDatabase.on(pool, () -> {
                    pool.close();
                    atClose.run();
                });
            } catch (RuntimeException failed) {
                pool.close();
                throw failed;
            }
        });
    }

    static OpenDatabase typed(Attempt attempt) throws CallException {
        try {
            return attempt.open();
        } catch (HikariPool.PoolInitializationException | FlywayException | JdbiException failed) {
            throw new CallException(ErrorCode.ERR_UNAVAILABLE, null, failed);
        }
    }
}
