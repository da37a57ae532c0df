package dev.belfry.rtc.session;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SystemScheduler;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.dtls.DtlsIdentity;
import dev.belfry.rtc.ice.Ice4jTransports;
import dev.belfry.rtc.ice.NetworkWatch;
import dev.belfry.rtc.packet.PacketPool;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens peer connections over this machine's network, and holds what they share: pools, a clock, threads for what
 * blocks. When the network changes, open connections look for a new path by themselves. Close it when all of its
 * connections are closed. Thread-safe.
 *
 * @since 0.1
 */
public final class PeerConnections implements PeerConnectionFactory, AutoCloseable {
    private final ThreadFactory threads;
    private final PacketPool packets;
    private final EncodedFramePool frames;
    private final Scheduler scheduler;
    private final @Nullable SystemScheduler ownScheduler;
    private final ExecutorService background;
    private final PeerEnvironment environment;
    private final Ice4jTransports paths;
    private final Set<PeerConnection> open = ConcurrentHashMap.newKeySet();
    private @Nullable NetworkWatch network;

    private PeerConnections(Builder settings) {
        threads = settings.threads;
        packets = settings.packets;
        frames = settings.frames;
        if (settings.scheduler == null) {
            ownScheduler = new SystemScheduler("belfry-rtc-timer");
            scheduler = ownScheduler;
        } else {
            ownScheduler = null;
            scheduler = settings.scheduler;
        }
        background = Executors.newCachedThreadPool(threads);
        SecureRandom random = settings.random;
        DtlsIdentity identity = settings.identity;
        paths = new Ice4jTransports(scheduler, background, random, settings.tls);
        environment = new PeerEnvironment(
                paths,
                threads,
                random,
                () -> identity == null ? DtlsIdentity.generate(random, scheduler.now()) : identity);
    }

    /**
     * Returns a builder of a factory that keeps to the system's clock.
     *
     * @param threads makes the threads of all connections: one loop for each, sockets and handshakes
     * @param packets where packets come from
     * @param frames where received frames come from
     */
    public static Builder builder(ThreadFactory threads, PacketPool packets, EncodedFramePool frames) {
        return new Builder(threads, packets, frames);
    }

    @Override
    public PeerConnection open(PeerConnectionOptions options, PeerConnectionListener listener) {
        CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
        LoopThread thread = new LoopThread(threads, () -> ended.complete(null));
        Loop loop = ownScheduler == null ? new ScheduledLoop(thread, scheduler) : thread;
        MediaContext context = new MediaContext(loop, packets, frames, environment.random());
        Assembly assembly = new Assembly(options, listener, context, environment);
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

    /** Ends what connections share, but no scheduler that was given. Close connections first: this waits for none. */
    @Override
    public void close() {
        endWatch();
        background.shutdown();
        if (ownScheduler != null) {
            ownScheduler.close();
        }
    }

    /** Builds {@link PeerConnections}. Not thread-safe. */
    public static final class Builder {
        private final ThreadFactory threads;
        private final PacketPool packets;
        private final EncodedFramePool frames;
        private SecureRandom random = new SecureRandom();
        private @Nullable Scheduler scheduler;
        private @Nullable DtlsIdentity identity;
        private @Nullable SSLSocketFactory tls;

        private Builder(ThreadFactory threads, PacketPool packets, EncodedFramePool frames) {
            this.threads = threads;
            this.packets = packets;
            this.frames = frames;
        }

        /**
         * Sets whose clock and timers all connections keep to; it has to run until the last is closed. Where none is set,
         * each connection has the system's clock, and timers on its own thread.
         */
        public Builder scheduler(Scheduler newScheduler) {
            this.scheduler = newScheduler;
            return this;
        }

        /** Sets where keys, credentials, SSRCs and all other random numbers come from. */
        public Builder random(SecureRandom newRandom) {
            this.random = newRandom;
            return this;
        }

        /** Shows this certificate in every connection; by default each has a new one, so that none tells of another. */
        public Builder identity(DtlsIdentity newIdentity) {
            this.identity = newIdentity;
            return this;
        }

        /**
         * Sets what secures the way to {@code turns:} servers, and so which certificates are trusted; by default those
         * that the JVM trusts. The name of the server is checked in any case.
         */
        public Builder tls(SSLSocketFactory newTls) {
            this.tls = newTls;
            return this;
        }

        public PeerConnections build() {
            return new PeerConnections(this);
        }
    }
}
