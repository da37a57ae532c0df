package dev.belfry.hub.server;

import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.limit.Rate;
import java.time.Duration;

/** Limits that no test of something else runs into. */
final class Generous {
    private static final Rate MANY = new Rate(100_000, Duration.ofSeconds(1));

    static final Limits LIMITS = Limits.DEFAULT.withCalls(MANY).withTraffic(MANY, MANY);

    private Generous() {}
}
