package dev.belfry.demo.load;

import dev.belfry.demo.node.JvmProbe;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures what a load costs. For one thread; its methods in the order they stand in. */
final class CostMeter {
    private static final double NANOS = 1e9;

    private final @Nullable JvmProbe hub;
    private double heapBefore = Double.NaN;
    private double residentBefore = Double.NaN;
    private double heapPerUser = Double.NaN;
    private double residentPerUser = Double.NaN;
    private long begunAt;
    private Duration hubBefore = Duration.ZERO;
    private Duration ownBefore = Duration.ZERO;

    /**
     * Creates a meter.
     *
     * @param hub the hub's process, or null if it is unknown
     */
    CostMeter(@Nullable JvmProbe hub) {
        this.hub = hub;
    }

    /** Nobody is connected yet. */
    void beforeUsers() throws IOException {
        if (hub != null) {
            heapBefore = hub.liveHeap();
            residentBefore = hub.resident();
        }
    }

    /** So many users are connected. */
    void withUsers(int users) throws IOException {
        if (hub != null) {
            heapPerUser = (hub.liveHeap() - heapBefore) / users;
            residentPerUser = (hub.resident() - residentBefore) / users;
        }
    }

    /** The first call is about to begin. */
    void begin() {
        begunAt = System.nanoTime();
        hubBefore = hub == null ? Duration.ZERO : hub.cpu();
        ownBefore = own();
    }

    /** The last call is over. */
    HubCost end() throws IOException {
        double seconds = (System.nanoTime() - begunAt) / NANOS;
        return new HubCost(
                heapPerUser,
                residentPerUser,
                hub == null ? Double.NaN : hub.resident(),
                hub == null ? Double.NaN : hub.cpu().minus(hubBefore).toNanos() / NANOS / seconds,
                own().minus(ownBefore).toNanos() / NANOS / seconds);
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
