package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import dev.belfry.hub.service.HubStore;
import dev.belfry.hub.store.JdbcTransaction.Mode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Calls, events and devices in a database. Thread-safe; each transaction takes a connection of the pool and waits for
 * one for at most five seconds, each statement takes at most ten.
 *
 * <p>What the database cannot do, it refuses with ERR_UNAVAILABLE, the {@link java.sql.SQLException} as its cause: it
 * cannot be reached, its disk is full, it takes too long. A transaction that met another is run again, up to 25 times.
 * A text that the database cannot hold is refused with ERR_BAD_REQUEST.
 *
 * @since 0.1
 */
public final class JdbcHubStore implements HubStore, AutoCloseable {
    private final Database database;
    private final Bodies bodies = new Bodies();
    private final int keptEvents;
    private final JdbcDirectory directory;
    private final OpenDatabase opened;

    JdbcHubStore(OpenDatabase opened, Backoff backoff, int keptEvents) {
        this.opened = opened;
        this.keptEvents = keptEvents;
        database = new Database(opened.jdbi(), backoff);
        directory = new JdbcDirectory(database);
    }

    /**
     * Prepares a store in files of a directory, which this process has to itself while the store is open. Nothing needs
     * to be installed.
     *
     * @param directory where the files are; created if it is not there
     */
    public static JdbcHubStoreBuilder h2(Path directory) {
        return new JdbcHubStoreBuilder(new H2Files(directory));
    }

    /**
     * Prepares a store in a PostgreSQL database, which the nodes of a hub may share.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     */
    public static JdbcHubStoreBuilder postgres(String url, String user, String password) {
        return new JdbcHubStoreBuilder(new PostgresServerAddress(url, user, password));
    }

    /**
     * Prepares a store on a host's own pool of connections, to PostgreSQL or to H2 with
     * {@code MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE}. The pool stays the host's to close, and its time limits are the
     * host's to set.
     */
    public static JdbcHubStoreBuilder of(DataSource pool) {
        return new JdbcHubStoreBuilder(new HostPool(pool));
    }

    @Override
    public <T extends @Nullable Object> T transact(Work<T> work) throws CallException {
        return database.transact((handle, attempt) -> {
            JdbcTransaction transaction = transaction(handle, attempt == 1 ? Mode.WRITING : Mode.HOLDING);
            T result = work.run(transaction);
            transaction.flush();
            return result;
        });
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) throws CallException {
        return database.read(handle -> work.run(transaction(handle, Mode.READING)));
    }

    private JdbcTransaction transaction(Handle handle, Mode mode) {
        return new JdbcTransaction(handle, bodies, mode, keptEvents);
    }

    /**
     * Returns the number of the latest event of those of these users who ever had one.
     *
     * @throws CallException ERR_UNAVAILABLE if the database cannot be used
     */
    public Map<String, Long> heads(Collection<String> uids) throws CallException {
        return database.read(handle -> new Mailboxes(handle).heads(uids));
    }

    /** Returns the users and groups of the same database. */
    public JdbcDirectory directory() {
        return directory;
    }

    /** Returns the secrets of the same database. */
    public JdbcSecrets secrets() {
        return new JdbcSecrets(database);
    }

    /** Returns the guests' links of the same database. */
    public JdbcGuestPasses guestPasses() {
        return new JdbcGuestPasses(database);
    }

    /** Whether other processes may use the same database. */
    public boolean isShared() {
        return opened.isPostgres();
    }

    Database database() {
        return database;
    }

    OpenDatabase opened() {
        return opened;
    }

    /** Closes what {@link JdbcHubStoreBuilder#open} opened. */
    @Override
    public void close() {
        opened.close();
    }
}
