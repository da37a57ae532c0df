package dev.belfry.hub.server;

import dev.belfry.call.CallException;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SystemScheduler;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.server.events.EventServer;
import dev.belfry.hub.server.http.Origins;
import dev.belfry.hub.server.metrics.HubMetrics;
import dev.belfry.hub.server.rest.RestApi;
import dev.belfry.hub.server.rest.RestParts;
import dev.belfry.hub.service.Accounts;
import dev.belfry.hub.service.Hub;
import dev.belfry.hub.service.HubBuilder;
import dev.belfry.hub.service.JwtCallTokens;
import dev.belfry.hub.service.NewEvents;
import dev.belfry.hub.service.Secrets;
import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Puts a server together, once. */
final class Startup {
    private static final String USER_TOKENS = "user-tokens";
    private static final String CALL_TOKENS = "call-tokens";
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final HubServerBuilder from;
    private final Releases releases = new Releases();
    private final AtomicReference<@Nullable EventServer> events = new AtomicReference<>();
    private final AtomicReference<Storage.@Nullable Neighbours> neighbours = new AtomicReference<>();
    private final AtomicReference<@Nullable URI> uri = new AtomicReference<>();

    Startup(HubServerBuilder from) {
        this.from = from;
    }

    HubServer start() throws CallException {
        try {
            return startAll();
        } catch (JavalinException e) {
            releases.run();
            throw new IllegalStateException("the hub cannot listen on port " + from.port, e);
        } catch (CallException | RuntimeException e) {
            releases.run();
            throw e;
        }
    }

    private HubServer startAll() throws CallException {
        Scheduler clock = clock();
        Storage storage = from.storage.open();
        releases.add(storage::close);
        ExecutorService workers = Workers.start();
        releases.add(() -> Workers.stop(workers));
        Accounts accounts = accounts(storage.accounts());
        Secrets secrets = storage.secrets();
        HubMetrics metrics = new HubMetrics();
        HubBuilder builder = new HubBuilder(clock, workers, new GuestsToo(accounts))
                .store(storage.calls())
                .tokens(new JwtCallTokens(secrets.secret(CALL_TOKENS)))
                .onEvents(this::push)
                .onEnds(metrics::callChanged)
                .node(from.node);
        if (storage.isKept()) {
            builder.sweep(SWEEP);
        }
        Hub hub = builder.build();
        releases.add(hub::close);
        Logins logins = new Logins(secrets.secret(USER_TOKENS), from.userKeys, accounts, clock::now);
        releases.add(logins::close);
        Origins origins = new Origins(from.origins);
        EventServer connections =
                new EventServer(hub, from.node, clock, workers, from.limits, logins, origins, metrics);
        events.set(connections);
        Storage.Neighbours nodes = storage.join(from.node, connections::users, connections::push);
        releases.add(nodes::close);
        neighbours.set(nodes);
        RestApi api = new RestApi(new RestParts(
                hub,
                accounts,
                storage.passes(),
                logins,
                from.apiKey,
                from.limits,
                from.visibility,
                from.ice,
                clock,
                metrics,
                from.metricsNeedKey,
                this::uri));
        Javalin javalin = new WebServer(from.host, from.port, from.tls, origins.named(), from.behindProxy)
                .create(api, connections.servlet())
                .start();
        uri.set(from.publicUri != null ? from.publicUri : address(javalin.port()));
        connections.start();
        return new HubServer(javalin, connections, accounts, logins, uri(), releases);
    }

    private Scheduler clock() {
        if (from.clock != null) {
            return from.clock;
        }
        SystemScheduler own = new SystemScheduler("belfry-hub-clock");
        releases.add(own::close);
        return own;
    }

    private Accounts accounts(Accounts accounts) throws CallException {
        for (User user : from.users) {
            accounts.put(user);
        }
        for (Map.Entry<Group, List<String>> group : from.groups.entrySet()) {
            accounts.put(group.getKey(), group.getValue());
        }
        return accounts;
    }

    private void push(NewEvents fresh) {
        EventServer connections = events.get();
        if (connections != null) {
            connections.push(fresh);
        }
        Storage.Neighbours nodes = neighbours.get();
        if (nodes != null) {
            nodes.tell(fresh);
        }
    }

    private URI uri() {
        URI known = uri.get();
        return known == null ? URI.create("http://localhost") : known;
    }

    private URI address(int port) {
        String host = from.host.equals("0.0.0.0") ? "localhost" : from.host;
        return URI.create((from.tls == null ? "http" : "https") + "://" + host + ":" + port);
    }
}
