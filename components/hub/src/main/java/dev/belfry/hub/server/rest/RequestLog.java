package dev.belfry.hub.server.rest;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.server.http.HttpErrors;
import dev.belfry.hub.server.http.SecurityHeaders;
import dev.belfry.hub.server.metrics.HubMetrics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * What goes on around every request: an id, headers, a line in the log, a duration in the metrics, and an answer to what
 * failed. The log has the route, not the path, and nothing of what is sent: no token, no code, no description.
 */
final class RequestLog implements Routes {
    private static final Logger LOG = System.getLogger(RequestLog.class.getName());
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String ID_HEADER = "X-Request-Id";
    private static final String BEGAN = "began";
    private static final String REQUEST_ID = "requestId";
    private static final String NO_ROUTE = "none";

    private final HubMetrics metrics;
    private final int bodyBytes;
    private final LongSupplier nanoTime;

    RequestLog(HubMetrics metrics, int bodyBytes, LongSupplier nanoTime) {
        this.metrics = metrics;
        this.bodyBytes = bodyBytes;
        this.nanoTime = nanoTime;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.before(this::begin);
        routes.after(this::end);
        routes.exception(
                CallException.class, (error, context) -> refuse(context, HttpErrors.status(error.code()), error));
        routes.exception(
                RequestFailure.class, (failure, context) -> refuse(context, failure.status(), failure.error()));
        routes.exception(
                HttpResponseException.class,
                (error, context) -> refuse(context, error.getStatus(), CallException.badRequest("path")));
        routes.exception(Exception.class, this::failed);
    }

    private void begin(Context context) {
        context.attribute(BEGAN, nanoTime.getAsLong());
        String wish = context.header(ID_HEADER);
        String id = wish != null && ID.matcher(wish).matches()
                ? wish
                : UUID.randomUUID().toString();
        context.attribute(REQUEST_ID, id);
        context.header(ID_HEADER, id);
        SecurityHeaders.add(context.req(), context.res());
        if (context.path().startsWith("/v1/")) {
            context.header("Cache-Control", "no-store");
        }
    }

    private void end(Context context) {
        Long began = context.attribute(BEGAN);
        long nanos = began == null ? 0 : nanoTime.getAsLong() - began;
        int status = context.statusCode();
        String method = context.method().name();
        String route = route(context);
        metrics.requested(method, route, status, nanos);
        Level level = status >= 500 ? Level.WARNING : Level.DEBUG;
        if (LOG.isLoggable(level)) {
            LOG.log(
                    level,
                    "event=request id=" + context.attribute(REQUEST_ID) + " method=" + method + " route=" + route
                            + " status=" + status + " micros=" + nanos / 1_000);
        }
    }

    private void refuse(Context context, int status, CallException error) {
        if (error.code() == ErrorCode.ERR_UNAVAILABLE) {
            metrics.storeFailed();
        }
        try {
            drain(context);
            context.status(status);
            HttpErrors.answer(context.res(), status, error);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "event=answer_lost reason=\"{0}\"", gone.getMessage());
        }
    }

    /** What is left of a body that nobody read would cost the connection, and the sender's next request with it. */
    private void drain(Context context) throws IOException {
        if (context.req().getContentLengthLong() <= bodyBytes) {
            var unused = context.req().getInputStream().readNBytes(bodyBytes);
        }
    }

    private void failed(Exception failure, Context context) {
        LOG.log(Level.ERROR, "event=request_failed id=" + context.attribute(REQUEST_ID), failure);
        refuse(context, 500, new CallException(ErrorCode.ERR_UNAVAILABLE));
    }

    private static String route(Context context) {
        var endpoint = context.endpoints().lastHttpEndpoint();
        return endpoint == null ? NO_ROUTE : endpoint.path;
    }
}
