package dev.belfry.engine.rtc;

import dev.belfry.call.spi.IceServer;
import dev.belfry.engine.MediaTransport;
import dev.belfry.engine.MediaTransports;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.rtc.ice.IceOptions;
import dev.belfry.rtc.ice.IceRole;
import dev.belfry.rtc.ice.IceTransportPolicy;
import dev.belfry.rtc.packet.PacketPool;
import dev.belfry.rtc.session.Bitrates;
import dev.belfry.rtc.session.PeerConnectionFactory;
import dev.belfry.rtc.session.PeerConnectionOptions;
import dev.belfry.rtc.session.PeerConnections;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Transports over WebRTC (RFC 8825): one encrypted peer connection with each of the other participants, which may be
 * Belfry or a browser. Nothing is loaded before the first transport is opened or {@link #warmUp}. Thread-safe.
 *
 * @since 0.1
 */
public final class RtcTransports implements MediaTransports {
    /** What sound and the headers of packets take beside pictures, in bits a second. */
    private static final long BESIDE_PICTURES = 200_000;

    private static final int FRAME_BYTES = 4096;

    private final Builder settings;
    private final PacketPool packets = new PacketPool();
    private final EncodedFramePool frames = new EncodedFramePool(FRAME_BYTES);
    private final AtomicInteger open = new AtomicInteger();
    private final Object lock = new Object();
    private @Nullable PeerConnections connections;

    private RtcTransports(Builder settings) {
        this.settings = settings;
    }

    /** Returns a builder of transports on every interface but loopback, without servers. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public MediaTransport open(Request request, MediaTransport.Listener listener) {
        Bitrates usual = Bitrates.USUAL;
        long most = Math.max(usual.start(), request.videoBitrate() + BESIDE_PICTURES);
        List<IceServer> servers = new ArrayList<>(settings.servers.forCall(request.token()));
        servers.addAll(request.iceServers());
        IceOptions ice = IceOptions.of(IceRole.CONTROLLING)
                .withNetwork(settings.network)
                .withPolicy(settings.policy)
                .withServers(servers);
        PeerConnectionOptions options = PeerConnectionOptions.of(false)
                .withCodecs(CodecChoice.offered(request.videoCodec()))
                .withBitrates(new Bitrates(usual.min(), usual.start(), most, settings.maxReceived))
                .withIce(ice);
        open.incrementAndGet();
        return new RtcTransport(request, factory(), options, listener, open::decrementAndGet);
    }

    @Override
    public CompletableFuture<@Nullable Void> warmUp() {
        PeerConnectionFactory factory = factory();
        return factory instanceof PeerConnections real ? real.warmUp() : CompletableFuture.completedFuture(null);
    }

    @Override
    public int outstanding() {
        return open.get() + packets.outstanding() + frames.outstanding();
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (connections != null) {
                connections.close();
                connections = null;
            }
        }
        packets.close();
        frames.close();
    }

    private PeerConnectionFactory factory() {
        PeerConnectionFactory given = settings.factory;
        if (given != null) {
            return given;
        }
        synchronized (lock) {
            PeerConnections made = connections;
            if (made == null) {
                PeerConnections.Builder builder = PeerConnections.builder(settings.threads, packets, frames);
                if (settings.tls != null) {
                    builder.tls(settings.tls);
                }
                made = builder.build();
                connections = made;
            }
            return made;
        }
    }

    /** Builds {@link RtcTransports}. Not thread-safe. */
    public static final class Builder {
        private IceNetwork network = IceNetwork.INTERFACES;
        private IceTransportPolicy policy = IceTransportPolicy.ALL;
        private IceServers servers = IceServers.NONE;
        private long maxReceived = Bitrates.NO_LIMIT;
        private @Nullable PeerConnectionFactory factory;
        private @Nullable SSLSocketFactory tls;
        private ThreadFactory threads = work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        };

        private Builder() {}

        /** Sets from which of this machine's addresses media may go. */
        public Builder network(IceNetwork newNetwork) {
            this.network = newNetwork;
            return this;
        }

        /** Sets which paths may be taken: any, or by way of a server alone. */
        public Builder policy(IceTransportPolicy newPolicy) {
            this.policy = newPolicy;
            return this;
        }

        /** Sets who tells the STUN and TURN servers of a call, beyond those that the hub offers. */
        public Builder iceServers(IceServers newServers) {
            this.servers = newServers;
            return this;
        }

        /**
         * Sets how much each of the other participants is asked to send at most, for a line that carries no more; by
         * default nothing is asked. It is asked by REMB, which browsers follow.
         *
         * @param bitsPerSecond sound and pictures together; above zero
         */
        public Builder maxReceivedBitrate(long bitsPerSecond) {
            if (bitsPerSecond <= 0) {
                throw new IllegalArgumentException("bitsPerSecond is to be above zero: " + bitsPerSecond);
            }
            this.maxReceived = bitsPerSecond;
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

        /** Makes the threads of connections, which name themselves; daemons by default. */
        public Builder threads(ThreadFactory newThreads) {
            this.threads = newThreads;
            return this;
        }

        /** Opens connections with this instead: for tests, on a network of their own. */
        public Builder connections(PeerConnectionFactory newFactory) {
            this.factory = newFactory;
            return this;
        }

        public RtcTransports build() {
            return new RtcTransports(this);
        }
    }
}
