package dev.belfry.hub.server.rest;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.hub.server.auth.ApiKey;
import dev.belfry.hub.server.auth.Logins;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.metrics.HubMetrics;
import dev.belfry.hub.service.Accounts;
import dev.belfry.hub.service.GuestPasses;
import dev.belfry.hub.service.Hub;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What requests are answered with.
 *
 * @param apiKey the key of the host's back end; null lets no back end in
 * @param metricsNeedKey whether the metrics are told to the back end alone
 * @param page where the hub's page is, for guests' links
 * @since 0.1
 */
public record RestParts(
        Hub hub,
        Accounts accounts,
        GuestPasses passes,
        Logins logins,
        @Nullable ApiKey apiKey,
        Limits limits,
        Visibility visibility,
        IceConfig ice,
        Scheduler clock,
        HubMetrics metrics,
        boolean metricsNeedKey,
        Supplier<URI> page) {}
