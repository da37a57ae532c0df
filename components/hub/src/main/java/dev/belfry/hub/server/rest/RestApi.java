package dev.belfry.hub.server.rest;

import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.limit.Rate;
import dev.belfry.hub.server.limit.RateLimiter;
import io.javalin.config.RoutesConfig;
import java.util.List;

/**
 * All requests of a hub.
 *
 * @since 0.1
 */
public final class RestApi {
    private final List<Routes> all;

    /** Creates the requests' end of a hub. */
    public RestApi(RestParts parts) {
        Limits limits = parts.limits();
        Requests requests = new Requests(parts.logins(), parts.apiKey(), limits, limiter(parts, limits.requests()));
        Sight sight = new Sight(parts.hub(), parts.accounts(), parts.visibility());
        all = List.of(
                new RequestLog(parts.metrics(), limits.bodyBytes(), parts.clock()::nanoTime),
                new CallRoutes(parts.hub(), requests, sight, limiter(parts, limits.calls()), parts.metrics()),
                new DirectoryRoutes(requests, sight, limits),
                new IceRoutes(requests, parts.ice(), parts.clock()::now),
                new AdminRoutes(requests, parts.accounts(), parts.logins(), limits),
                new GuestRoutes(
                        requests,
                        parts.accounts(),
                        parts.passes(),
                        parts.logins(),
                        limits,
                        limiter(parts, limits.guestCodes()),
                        parts.clock()::now,
                        parts.page()),
                new HealthRoutes(
                        () -> parts.hub().head(""), parts.metrics(), parts.metricsNeedKey() ? requests : null));
    }

    /** Adds them to a server's. */
    public void add(RoutesConfig routes) {
        all.forEach(some -> some.add(routes));
    }

    private static RateLimiter limiter(RestParts parts, Rate rate) {
        return new RateLimiter(rate, parts.clock()::nanoTime);
    }
}
