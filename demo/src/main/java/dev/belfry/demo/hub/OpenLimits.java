package dev.belfry.demo.hub;

import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.limit.Rate;
import java.time.Duration;

/** Limits that no client reaches: for those that try a hub, and have all their users at one address. */
final class OpenLimits {
    private static final int MANY = 1_000_000;
    private static final Rate OFTEN = new Rate(MANY, Duration.ofSeconds(1));

    static final Limits LIMITS =
            Limits.DEFAULT.withCalls(OFTEN).withTraffic(OFTEN, OFTEN).withConnections(MANY, MANY);

    private OpenLimits() {}
}
