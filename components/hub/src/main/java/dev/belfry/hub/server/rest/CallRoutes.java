package dev.belfry.hub.server.rest;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.hub.server.http.HttpErrors;
import dev.belfry.hub.server.limit.RateLimiter;
import dev.belfry.hub.server.metrics.HubMetrics;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.Hub;
import dev.belfry.signaling.wire.ListCodec;
import dev.belfry.signaling.wire.WireCodec;
import dev.belfry.signaling.wire.WireCommand;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests about calls. */
final class CallRoutes implements Routes {
    private final Hub hub;
    private final Requests requests;
    private final Sight sight;
    private final RateLimiter rate;
    private final HubMetrics metrics;

    CallRoutes(Hub hub, Requests requests, Sight sight, RateLimiter rate, HubMetrics metrics) {
        this.hub = hub;
        this.requests = requests;
        this.sight = sight;
        this.rate = rate;
        this.metrics = metrics;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.post("/v1/calls", this::initiate);
        routes.get("/v1/calls", this::list);
        routes.get("/v1/calls/{sessionId}", request -> answer(request, hub::call));
        routes.post("/v1/calls/{sessionId}/ringing", request -> change(request, hub::ringing));
        routes.post("/v1/calls/{sessionId}/accept", request -> change(request, hub::accept));
        routes.post("/v1/calls/{sessionId}/end", request -> change(request, hub::end));
        routes.post("/v1/calls/{sessionId}/reject", this::reject);
        routes.post("/v1/calls/{sessionId}/token", this::token);
    }

    /** What is done with one call. */
    @FunctionalInterface
    private interface Action {
        Call on(Device by, String sessionId) throws CallException;
    }

    private void initiate(Context context) throws CallException, RequestFailure, IOException {
        Caller caller = requests.caller(context);
        WireCommand.Initiate wish = WireCodec.readInitiate(requests.body(context));
        rate.take(caller.uid());
        String sessionId = wish.sessionId() == null ? UUID.randomUUID().toString() : wish.sessionId();
        sight.requireMayCall(caller, sessionId, wish.request());
        Call call = hub.initiate(caller.device(), sessionId, wish.request());
        metrics.callChanged(call.status());
        json(context, WireCodec.write(call));
    }

    private void reject(Context context) throws CallException, RequestFailure, IOException {
        Caller caller = requests.caller(context);
        WireCommand.Reject wish = WireCodec.readReject(requests.body(context));
        Call call = hub.reject(caller.device(), Requests.id(context, "sessionId"), wish.status());
        metrics.callChanged(call.status());
        json(context, WireCodec.write(call));
    }

    private void token(Context context) throws CallException {
        Caller caller = requests.caller(context);
        json(context, WireCodec.write(hub.token(caller.device(), Requests.id(context, "sessionId"))));
    }

    private void list(Context context) throws CallException {
        Caller caller = requests.caller(context);
        Map<String, String> query = new HashMap<>();
        for (Map.Entry<String, List<String>> parameter : context.queryParamMap().entrySet()) {
            query.put(parameter.getKey(), parameter.getValue().get(0));
        }
        CallLogFilter filter = ListCodec.filter(query);
        json(context, ListCodec.write(hub.calls(caller.device(), filter, query.get("cursor"))));
    }

    private void change(Context context, Action action) throws CallException {
        metrics.callChanged(answer(context, action).status());
    }

    private Call answer(Context context, Action action) throws CallException {
        Caller caller = requests.caller(context);
        Call call = action.on(caller.device(), Requests.id(context, "sessionId"));
        json(context, WireCodec.write(call));
        return call;
    }

    static void json(Context context, String body) {
        context.contentType(HttpErrors.JSON).result(body);
    }
}
