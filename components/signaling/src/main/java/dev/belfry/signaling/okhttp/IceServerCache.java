package dev.belfry.signaling.okhttp;

import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.signaling.wire.IceServers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the hub's STUN and TURN servers for half of the time that their credentials are good for. Confined to one executor. */
final class IceServerCache {
    private final Scheduler scheduler;
    private final Supplier<CompletableFuture<IceServers>> hub;
    private @Nullable CompletableFuture<IceServers> asking;
    private @Nullable IceServers known;
    private Instant renewAt = Instant.MIN;

    IceServerCache(Scheduler scheduler, Supplier<CompletableFuture<IceServers>> hub) {
        this.scheduler = scheduler;
        this.hub = hub;
    }

    CompletableFuture<List<IceServer>> servers() {
        if (known != null && scheduler.now().isBefore(renewAt)) {
            return CompletableFuture.completedFuture(known.servers());
        }
        if (asking == null) {
            Instant asked = scheduler.now();
            asking = hub.get();
            var unused = asking.whenComplete((servers, failure) -> {
                asking = null;
                if (failure == null) {
                    known = servers;
                    renewAt = asked.plus(servers.ttl().dividedBy(2));
                }
            });
        }
        return asking.thenApply(IceServers::servers);
    }
}
