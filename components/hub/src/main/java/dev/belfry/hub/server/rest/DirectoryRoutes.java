package dev.belfry.hub.server.rest;

import dev.belfry.call.CallException;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.signaling.wire.ListCodec;
import dev.belfry.signaling.wire.WireCodec;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Requests about users and groups. */
final class DirectoryRoutes implements Routes {
    private static final int MAX_SEARCH = 128;

    private final Requests requests;
    private final Sight sight;
    private final Limits limits;

    DirectoryRoutes(Requests requests, Sight sight, Limits limits) {
        this.requests = requests;
        this.sight = sight;
        this.limits = limits;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/v1/users", this::users);
        routes.get("/v1/users/{uid}", this::user);
        routes.get("/v1/groups/{guid}", this::group);
    }

    private void users(Context context) throws CallException {
        Caller caller = requests.caller(context);
        String search = context.queryParam("search");
        if (search != null && search.length() > MAX_SEARCH) {
            throw CallException.badRequest("search");
        }
        CallRoutes.json(
                context,
                ListCodec.writeUsers(sight.users(caller, search == null ? "" : search, limits.usersPerSearch())));
    }

    private void user(Context context) throws CallException {
        Caller caller = requests.caller(context);
        CallRoutes.json(context, WireCodec.write(sight.user(caller, Requests.id(context, "uid"))));
    }

    private void group(Context context) throws CallException {
        Caller caller = requests.caller(context);
        CallRoutes.json(context, WireCodec.write(sight.group(caller, Requests.id(context, "guid"))));
    }
}
