package dev.belfry.hub.server.rest;

import dev.belfry.call.CallException;
import dev.belfry.hub.server.metrics.HubMetrics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Requests of those who watch over a node. */
final class HealthRoutes implements Routes {
    private static final Logger LOG = System.getLogger(HealthRoutes.class.getName());

    private final Probe store;
    private final HubMetrics metrics;
    private final @Nullable Requests guard;

    /**
     * Creates them.
     *
     * @param guard asks for the API key before the metrics are told; null if everybody may read them
     */
    HealthRoutes(Probe store, HubMetrics metrics, @Nullable Requests guard) {
        this.store = store;
        this.metrics = metrics;
        this.guard = guard;
    }

    /** Asks the store for anything at all. */
    @FunctionalInterface
    interface Probe {
        void ask() throws CallException;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/health", this::health);
        routes.get("/metrics", this::metrics);
    }

    private void health(Context context) {
        try {
            store.ask();
            CallRoutes.json(context, "{\"status\":\"up\"}");
        } catch (CallException down) {
            LOG.log(Level.WARNING, "event=store_down code={0}", down.code());
            CallRoutes.json(context.status(503), "{\"status\":\"down\"}");
        }
    }

    private void metrics(Context context) throws CallException, IOException {
        if (guard != null) {
            guard.requireApiKey(context);
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        metrics.write(text);
        context.contentType(HubMetrics.CONTENT_TYPE).result(text.toByteArray());
    }
}
