package dev.belfry.hub.server.rest;

import dev.belfry.call.CallException;
import dev.belfry.signaling.wire.ListCodec;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.function.Supplier;

/** The request for STUN and TURN servers. */
final class IceRoutes implements Routes {
    private final Requests requests;
    private final IceConfig servers;
    private final Supplier<Instant> now;

    IceRoutes(Requests requests, IceConfig servers, Supplier<Instant> now) {
        this.requests = requests;
        this.servers = servers;
        this.now = now;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/v1/ice-servers", this::list);
    }

    private void list(Context context) throws CallException {
        Caller caller = requests.caller(context);
        CallRoutes.json(context, ListCodec.write(servers.serversFor(caller.uid(), now.get())));
    }
}
