package dev.belfry.signaling.wire;

import dev.belfry.call.spi.IceServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The servers to find a path with.
 *
 * @param servers may be empty
 * @param ttl how long their credentials are good for, by whole seconds
 * @since 0.1
 */
public record IceServers(List<IceServer> servers, Duration ttl) {
    public IceServers {
        servers = List.copyOf(servers);
        Objects.requireNonNull(ttl, "ttl");
    }
}
