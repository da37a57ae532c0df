package dev.belfry.rtc.session;

import dev.belfry.call.spi.SystemScheduler;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.ice.Ice4jTransports;
import dev.belfry.rtc.ice.IceTransportFactory;
import dev.belfry.rtc.ice.NetworkWatch;
import dev.belfry.rtc.packet.PacketPool;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens peer connections over this machine's network, and holds what they share: pools, a clock, threads for what
 * blocks. When the network changes, open connections look for a new path by themselves. Thread-safe.
 *
 * @since 0.1
 */
public final class PeerConnections implements PeerConnectionFactory, AutoCloseable {
    private final ThreadFactory threads;
    private final PacketPool packets;
    private final EncodedFramePool frames;
    private final SystemScheduler scheduler = new SystemScheduler("belfry-rtc-timer");
    private final ExecutorService background;
    private final IceTransportFactory paths;
    private final SecureRandom random = new SecureRandom();
    private final Set<PeerConnection> open = ConcurrentHashMap.newKeySet();
    private @Nullable NetworkWatch network;

    /**
     * Creates a factory.
     *
     * @param threads makes the threads of all connections: one loop for each, sockets and handshakes
     * @param packets where packets come from
     * @param frames where received frames come from
     */
    public PeerConnections(ThreadFactory threads, PacketPool packets, EncodedFramePool frames) {
        this.threads = threads;
        this.packets = packets;
        this.frames = frames;
        this.background = Executors.newCachedThreadPool(threads);
        this.paths = new Ice4jTransports(scheduler, background);
    }

    @Override
    public PeerConnection open(PeerConnectionOptions options, PeerConnectionListener listener) {
        CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
        Loop loop = new LoopThread(threads, () -> ended.complete(null));
        MediaContext context = new MediaContext(loop, packets, frames, random);
        Assembly assembly = new Assembly(options, listener, context, paths, threads, random);
        PeerConnection connection = new LivePeerConnection(context, assembly, ended);
        watch(connection);
        var unused = ended.thenRun(() -> unwatch(connection));
        return connection;
    }

    /**
     * Does in the background what the first connection would have to wait for, by holding a short call with itself over
     * loopback: loads classes, opens sockets, makes keys and ciphers. Completes when that is done; fails if it cannot
     * be, which does not matter to later calls.
     */
    public CompletableFuture<@Nullable Void> warmUp() {
        return paths.warmUp().thenComposeAsync(nothing -> new WarmUp(this, frames).run(), background);
    }

    /** The addresses of this machine are others than before: every connection looks for a new path. */
    void networkChanged() {
        open.forEach(PeerConnection::restartIce);
    }

    private synchronized void watch(PeerConnection connection) {
        open.add(connection);
        if (network == null) {
            network = new NetworkWatch(scheduler, background, this::networkChanged);
        }
    }

    private synchronized void unwatch(PeerConnection connection) {
        open.remove(connection);
        if (open.isEmpty()) {
            endWatch();
        }
    }

    private synchronized void endWatch() {
        if (network != null) {
            network.close();
            network = null;
        }
    }

    /** Ends what connections share. Close those first: this waits for none. */
    @Override
    public void close() {
        endWatch();
        background.shutdown();
        scheduler.close();
    }
}
