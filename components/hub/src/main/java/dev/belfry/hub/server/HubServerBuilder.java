package dev.belfry.hub.server;

import dev.belfry.call.CallException;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.hub.server.auth.ApiKey;
import dev.belfry.hub.server.auth.UserKeys;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.rest.IceConfig;
import dev.belfry.hub.server.rest.Visibility;
import dev.belfry.hub.store.JdbcHubStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Builds and starts a {@link HubServer}. Not thread-safe.
 *
 * @since 0.1
 */
public final class HubServerBuilder {
    final List<User> users = new ArrayList<>();
    final Map<Group, List<String>> groups = new LinkedHashMap<>();
    String host = "127.0.0.1";
    int port;
    String node = UUID.randomUUID().toString();
    Limits limits = Limits.DEFAULT;
    Visibility visibility = Visibility.EVERYONE;
    IceConfig ice = IceConfig.NONE;
    Set<String> origins = Set.of();

    @Nullable
    URI publicUri;

    @Nullable
    ApiKey apiKey;

    @Nullable
    UserKeys userKeys;

    @Nullable
    Tls tls;

    @Nullable
    Scheduler clock;

    Storage.Opening storage = MemoryStorage::new;
    boolean behindProxy;
    boolean metricsNeedKey;

    HubServerBuilder() {}

    /** Sets the port to listen on; 0, which is the default, takes a free one. */
    public HubServerBuilder port(int number) {
        port = number;
        return this;
    }

    /** Sets the address to listen on: {@code 0.0.0.0} for all; by default that of the loopback interface. */
    public HubServerBuilder host(String address) {
        host = Objects.requireNonNull(address);
        return this;
    }

    /** Sets where clients and browsers reach the hub, if that is not where it listens: behind a proxy, say. */
    public HubServerBuilder publicUri(URI uri) {
        publicUri = uri;
        return this;
    }

    /** Sets the name of this node, unlike that of others; by default a random one. */
    public HubServerBuilder node(String name) {
        node = Objects.requireNonNull(name);
        return this;
    }

    /** Adds a user with a name and no more. */
    public HubServerBuilder user(String uid, String name) {
        users.add(User.of(uid, name));
        return this;
    }

    /** Adds a group with a name and its members. */
    public HubServerBuilder group(String guid, String name, String... uids) {
        groups.put(new Group(guid, name, null, uids.length), List.of(uids));
        return this;
    }

    /** Lets a back end in that shows this key: at least 16 characters, made at random. */
    public HubServerBuilder apiKey(String key) {
        apiKey = new ApiKey(key);
        return this;
    }

    /** Lets users in with the tokens of the host's own identity provider, beside those that the hub issues. */
    public HubServerBuilder userKeys(UserKeys keys) {
        userKeys = keys;
        return this;
    }

    /** Sets who may learn of whom; by default every user of every user. */
    public HubServerBuilder visibility(Visibility policy) {
        visibility = Objects.requireNonNull(policy);
        return this;
    }

    /** Names STUN servers: {@code stun:host[:port]}. */
    public HubServerBuilder stun(String... urls) {
        ice = ice.withStun(List.of(urls));
        return this;
    }

    /**
     * Names TURN servers that share a secret with the hub, as coturn does with {@code use-auth-secret}.
     *
     * @param life how long a user's credentials are good for
     * @param urls {@code turn:host[:port][?transport=udp|tcp]} or {@code turns:host[:port]}, over TLS
     */
    public HubServerBuilder turn(String sharedSecret, Duration life, String... urls) {
        ice = ice.withTurn(sharedSecret, life, List.of(urls));
        return this;
    }

    /** Sets how much users may ask of the hub. */
    public HubServerBuilder limits(Limits values) {
        limits = Objects.requireNonNull(values);
        return this;
    }

    /** Lets scripts of pages from these origins use the hub, {@code https://app.example.org}; by default its own alone. */
    public HubServerBuilder corsOrigins(String... allowed) {
        origins = Set.of(allowed);
        return this;
    }

    /** Serves over TLS alone; by default without. */
    public HubServerBuilder tls(Tls keys) {
        tls = keys;
        return this;
    }

    /**
     * Keeps everything in files of a directory, which this hub has to itself; nothing needs to be installed. By default
     * all is in memory and lost with the hub.
     *
     * @param directory created if it is not there
     */
    public HubServerBuilder data(Path directory) {
        storage = () -> new JdbcStorage(JdbcHubStore.h2(directory).open());
        return this;
    }

    /**
     * Keeps everything in a PostgreSQL database, which several nodes may share: each then serves any user.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     */
    public HubServerBuilder jdbc(String url, String user, String password) {
        storage =
                () -> new JdbcStorage(JdbcHubStore.postgres(url, user, password).open());
        return this;
    }

    /** Keeps everything in a database of the host's own pool of connections, which stays the host's to close. */
    public HubServerBuilder dataSource(DataSource pool) {
        storage = () -> new JdbcStorage(JdbcHubStore.of(pool).open());
        return this;
    }

    /**
     * Takes addresses of clients from the headers {@code Forwarded} (RFC 7239) and {@code X-Forwarded-For}: for a hub
     * behind a proxy that sets them, and for no other.
     */
    public HubServerBuilder behindProxy() {
        behindProxy = true;
        return this;
    }

    /** Tells {@code GET /metrics} only to who shows the API key, as a bearer's token; by default to everybody. */
    public HubServerBuilder metricsNeedKey() {
        metricsNeedKey = true;
        return this;
    }

    /** Sets the clock, which the hub then does not close; by default the system's. */
    public HubServerBuilder clock(Scheduler scheduler) {
        clock = scheduler;
        return this;
    }

    /**
     * Starts the hub.
     *
     * @throws CallException ERR_UNAVAILABLE if the store cannot be reached
     * @throws IllegalStateException if it cannot listen on its port
     */
    public HubServer start() throws CallException {
        return new Startup(this).start();
    }
}
