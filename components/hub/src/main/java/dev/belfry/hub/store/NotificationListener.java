package dev.belfry.hub.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what other nodes tell, on a connection of its own that it opens anew when it is lost. Runs on one thread until
 * it is closed.
 */
final class NotificationListener implements Runnable {
    private static final Logger LOG = System.getLogger(NotificationListener.class.getName());
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final int LISTEN_MS = 5_000;
    private static final int VALID_SECONDS = 2;

    private final OpenDatabase.Connections connections;
    private final Payload payload;
    private final Consumer<String> onEvents;
    private final Runnable onConnected;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Connection current;

    /**
     * Creates a listener.
     *
     * @param onConnected called each time it begins to listen, as what was told before is lost
     */
    NotificationListener(
            OpenDatabase.Connections connections, Payload payload, Consumer<String> onEvents, Runnable onConnected) {
        this.connections = connections;
        this.payload = payload;
        this.onEvents = onEvents;
        this.onConnected = onConnected;
    }

    @Override
    public void run() {
        try {
            while (!isClosing(Duration.ZERO)) {
                listen();
                isClosing(RECONNECT);
            }
        } catch (InterruptedException interrupted) {
            LOG.log(Level.WARNING, "No longer listening to other nodes", interrupted);
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private void listen() throws InterruptedException {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            current = connection;
            connection.setAutoCommit(true);
            statement.execute("LISTEN " + NotificationSender.CHANNEL);
            onConnected.run();
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!isClosing(Duration.ZERO)) {
                PGNotification[] heard = postgres.getNotifications(LISTEN_MS);
                if (heard != null && heard.length > 0) {
                    hear(heard);
                } else if (!connection.isValid(VALID_SECONDS)) {
                    return;
                }
            }
            statement.execute("UNLISTEN *");
        } catch (SQLException lost) {
            if (!isClosing(Duration.ZERO)) {
                LOG.log(Level.DEBUG, "The connection to other nodes is lost", lost);
            }
        } finally {
            current = null;
        }
    }

    private void hear(PGNotification[] heard) {
        for (PGNotification notification : heard) {
            for (String uid : payload.read(notification.getParameter())) {
                try {
                    onEvents.accept(uid);
                } catch (RuntimeException failed) {
                    LOG.log(Level.WARNING, "The listener to other nodes' events failed", failed);
                }
            }
        }
    }

    private boolean isClosing(Duration wait) throws InterruptedException {
        return closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    void close() {
        closing.countDown();
        Connection connection = current;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException alreadyGone) {
                LOG.log(Level.DEBUG, "The connection was gone", alreadyGone);
            }
        }
    }

    void awaitEnd(Duration limit) throws InterruptedException {
        if (!ended.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.log(Level.WARNING, "The thread that listens to other nodes has not ended");
        }
    }
}
