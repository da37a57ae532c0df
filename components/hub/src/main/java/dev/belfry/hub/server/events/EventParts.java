package dev.belfry.hub.server.events;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.hub.server.limit.Counter;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.limit.RateLimiter;
import dev.belfry.hub.server.metrics.HubMetrics;
import dev.belfry.hub.service.Hub;
import java.util.concurrent.Executor;

/** What all event connections of a node share. */
record EventParts(
        Hub hub,
        String node,
        Scheduler clock,
        Executor executor,
        Limits limits,
        RateLimiter messageRate,
        Counter addresses,
        Connections connections,
        HubMetrics metrics) {}
