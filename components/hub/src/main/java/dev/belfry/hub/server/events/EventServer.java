package dev.belfry.hub.server.events;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.server.http.Origins;
import dev.belfry.hub.server.limit.Counter;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.limit.RateLimiter;
import dev.belfry.hub.server.metrics.HubMetrics;
import dev.belfry.hub.service.Hub;
import dev.belfry.hub.service.NewEvents;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * All event connections of one node. Thread-safe.
 *
 * @since 0.1
 */
public final class EventServer implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final EventParts parts;
    private final EventGate gate;
    private volatile boolean closed;

    /**
     * Creates the connections' end of a hub.
     *
     * @param node the name of this node
     * @param executor what reads and sends new events; several threads
     */
    public EventServer(
            Hub hub,
            String node,
            Scheduler clock,
            Executor executor,
            Limits limits,
            Logins logins,
            Origins origins,
            HubMetrics metrics) {
        RateLimiter messages = new RateLimiter(limits.messages(), clock::nanoTime);
        Counter addresses = new Counter(limits.connectionsPerAddress());
        parts = new EventParts(hub, node, clock, executor, limits, messages, addresses, new Connections(), metrics);
        metrics.connections(this::size);
        gate = new EventGate(logins, origins, parts);
    }

    /** Returns what serves the connections' requests. */
    public HttpServlet servlet() {
        return new EventServlet(gate, parts);
    }

    /** Begins to look after the connections. */
    public void start() {
        beatLater();
    }

    /** Sends a user's devices what is new to them and perhaps not known here; returns at once. */
    public void push(String uid) {
        parts.connections().of(uid).forEach(EventConnection::wake);
    }

    /** Sends a user's devices what this node has just stored for them; returns at once. */
    public void push(NewEvents events) {
        parts.connections().of(events.uid()).forEach(connection -> connection.tell(events));
    }

    /** Returns the users who have a connection here. */
    public Set<String> users() {
        return parts.connections().users();
    }

    /** Returns how many connections are open. */
    public int size() {
        return parts.connections().all().size();
    }

    /** Tells every device that this node goes down, so that it turns to another at once. */
    @Override
    public void close() {
        closed = true;
        parts.connections().all().forEach(connection -> connection.close(CloseCode.GOING_AWAY));
    }

    private void beatLater() {
        parts.clock().schedule(BEAT, () -> {
            if (!closed) {
                parts.executor().execute(this::beat);
                beatLater();
            }
        });
    }

    private void beat() {
        long nanoTime = parts.clock().nanoTime();
        Instant now = parts.clock().now();
        parts.connections().all().forEach(connection -> connection.beat(nanoTime, now));
    }
}
