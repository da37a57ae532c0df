package dev.belfry.hub.server;

import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.server.events.EventServer;
import dev.belfry.hub.service.Accounts;
import io.javalin.Javalin;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * A hub that serves clients and browsers. Thread-safe.
 *
 * <pre>{@code
 * HubServer hub = HubServer.builder().port(8080).user("alice", "Alice").user("bob", "Bob").start();
 * String token = hub.issueToken("alice", Duration.ofHours(1));
 * }</pre>
 *
 * <p>Its threads are daemons: a program that is nothing but a hub keeps a thread of its own alive.
 *
 * @since 0.1
 */
public final class HubServer implements AutoCloseable {
    private final Javalin javalin;
    private final EventServer events;
    private final Accounts accounts;
    private final Logins logins;
    private final URI uri;
    private final Runnable release;

    HubServer(Javalin javalin, EventServer events, Accounts accounts, Logins logins, URI uri, Runnable release) {
        this.javalin = javalin;
        this.events = events;
        this.accounts = accounts;
        this.logins = logins;
        this.uri = uri;
        this.release = release;
    }

    /** Returns a builder of a hub on a free port of the loopback interface, all in memory. */
    public static HubServerBuilder builder() {
        return new HubServerBuilder();
    }

    /** Returns where the hub is: its page, and what the addresses of its requests begin with. */
    public URI uri() {
        return uri;
    }

    /** Returns the port that the hub listens on. */
    public int port() {
        return javalin.port();
    }

    /** Returns the users and groups, to be added to. */
    public Accounts accounts() {
        return accounts;
    }

    /** Returns how many event connections this node has. */
    public int connections() {
        return events.size();
    }

    /**
     * Returns a token for a user to sign in with.
     *
     * @param ttl how long it is good for
     * @throws IllegalArgumentException if no user may have this uid
     */
    public String issueToken(String uid, Duration ttl) {
        if (!Logins.isUserId(Objects.requireNonNull(uid))) {
            throw new IllegalArgumentException("no user has the uid \"" + uid + "\"");
        }
        return logins.issue(uid, ttl, null).token();
    }

    /**
     * Takes no more connections, tells those it has that the node goes down, and ends. Blocks until it has ended, a few
     * seconds at most.
     */
    @Override
    public void close() {
        events.close();
        javalin.stop();
        release.run();
    }
}
