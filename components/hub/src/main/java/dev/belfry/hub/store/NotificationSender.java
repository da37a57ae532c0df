package dev.belfry.hub.store;

import dev.belfry.call.CallException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Gathers the users of a few milliseconds and tells the other nodes of them in one statement. Thread-safe. */
final class NotificationSender {
    static final String CHANNEL = "belfry_hub_events";
    private static final Logger LOG = System.getLogger(NotificationSender.class.getName());
    private static final long GATHER_MS = 3;

    private final Database database;
    private final ScheduledExecutorService executor;
    private final Payload payload;
    private Set<String> waiting = new LinkedHashSet<>();

    NotificationSender(Database database, ScheduledExecutorService executor, String node) {
        this.database = database;
        this.executor = executor;
        payload = new Payload(node);
    }

    void tell(String uid) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(uid);
        }
        if (first) {
            try {
                ScheduledFuture<?> unused = executor.schedule(this::send, GATHER_MS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                LOG.log(Level.DEBUG, "Closed: other nodes find events by themselves", closed);
            }
        }
    }

    private void send() {
        Set<String> uids;
        synchronized (this) {
            uids = waiting;
            waiting = new LinkedHashSet<>();
        }
        List<String> payloads = payload.write(uids);
        try {
            database.read(handle -> handle.createQuery(
                            "SELECT pg_notify('" + CHANNEL + "', p)::text FROM unnest(:payloads) p")
                    .bindArray("payloads", String.class, payloads)
                    .mapTo(String.class)
                    .list());
        } catch (CallException unavailable) {
            LOG.log(Level.DEBUG, "Not told: other nodes find events by themselves", unavailable);
        }
    }
}
