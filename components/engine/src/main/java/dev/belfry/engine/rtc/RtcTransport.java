package dev.belfry.engine.rtc;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.PathStats;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.engine.MediaTransport;
import dev.belfry.engine.MediaTransports;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.session.PeerConnectionFactory;
import dev.belfry.rtc.session.PeerConnectionOptions;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One participant's connections to all the others of a session. Thread-safe. */
final class RtcTransport implements MediaTransport {
    private static final System.Logger LOG = System.getLogger(RtcTransport.class.getName());
    private static final long CLOSE_SECONDS = 10;

    private final MediaTransports.Request request;
    private final PeerConnectionFactory factory;
    private final PeerConnectionOptions options;
    private final Listener listener;
    private final Runnable onClosed;
    private final Map<String, RtcPeer> peers = new ConcurrentHashMap<>();
    private final List<CompletableFuture<?>> closings = new CopyOnWriteArrayList<>();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final Object pastLock = new Object();
    private PathStats past = PathStats.NONE;
    private volatile boolean closed;
    private volatile boolean videoMuted;
    private volatile @Nullable Codec codec;
    private volatile int bitrate;

    /**
     * Creates a transport without peers.
     *
     * @param options of every connection, but for its politeness
     * @param onClosed told once, when nothing is left
     */
    RtcTransport(
            MediaTransports.Request request,
            PeerConnectionFactory factory,
            PeerConnectionOptions options,
            Listener listener,
            Runnable onClosed) {
        this.request = request;
        this.factory = factory;
        this.options = options;
        this.listener = listener;
        this.onClosed = onClosed;
        this.bitrate = (int) options.bitrates().start();
    }

    @Override
    public void addPeer(String participantId, PeerRole role) {
        if (closed || peers.containsKey(participantId)) {
            return;
        }
        PeerConnectionOptions own =
                new PeerConnectionOptions(role == PeerRole.POLITE, options.codecs(), options.bitrates(), options.ice());
        RtcPeer peer = new RtcPeer(participantId, role, factory, own, this);
        peers.put(participantId, peer);
        peer.setVideoMuted(videoMuted);
        peer.start();
    }

    @Override
    public void removePeer(String participantId) {
        RtcPeer peer = peers.remove(participantId);
        if (peer != null) {
            end(peer);
            peersChanged();
        }
    }

    @Override
    public void receive(String participantId, PeerMessage message) {
        RtcPeer peer = peers.get(participantId);
        if (peer != null) {
            peer.receive(message);
        }
    }

    @Override
    public void send(EncodedFrame frame) {
        for (RtcPeer peer : peers.values()) {
            peer.send(frame);
        }
    }

    @Override
    public void setVideoMuted(boolean muted) {
        videoMuted = muted;
        peers.values().forEach(peer -> peer.setVideoMuted(muted));
    }

    @Override
    public @Nullable Codec videoCodec() {
        return codec;
    }

    @Override
    public int videoBitrate() {
        return bitrate;
    }

    @Override
    public double audioLoss() {
        return peers.values().stream().mapToDouble(RtcPeer::audioLoss).max().orElse(0);
    }

    @Override
    public PathStats path() {
        PathStats sum;
        synchronized (pastLock) {
            sum = past;
        }
        for (RtcPeer peer : peers.values()) {
            sum = sum.plus(peer.path());
        }
        return sum;
    }

    @Override
    public void requestKeyFrame(String participantId) {
        RtcPeer peer = peers.get(participantId);
        if (peer != null) {
            peer.requestKeyFrame();
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<String> open = new ArrayList<>(peers.keySet());
        open.forEach(this::removePeer);
        try {
            CompletableFuture.allOf(closings.toArray(CompletableFuture[]::new)).get(CLOSE_SECONDS, TimeUnit.SECONDS);
            onClosed.run();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "a connection does not close", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void say(String participantId, PeerMessage message) {
        if (isPeer(participantId)) {
            listener.onPeerMessage(participantId, message);
        }
    }

    void deliver(String participantId, EncodedFrame frame) {
        if (isPeer(participantId)) {
            listener.onFrame(participantId, frame);
        }
    }

    void keyFrameWanted(String participantId) {
        if (isPeer(participantId)) {
            listener.onKeyFrameRequest(participantId);
        }
    }

    /** A connection is gone for good, and with the last of them the transport. */
    void failed(String participantId, CallException error) {
        RtcPeer peer = peers.remove(participantId);
        if (peer == null) {
            return;
        }
        end(peer);
        if (peers.isEmpty() && !closed) {
            listener.onFailed(error);
        } else if (!closed) {
            listener.onError(error);
            peersChanged();
        }
    }

    /** Works out anew what holds for all peers together. */
    void peersChanged() {
        List<RtcPeer> connected =
                peers.values().stream().filter(RtcPeer::isConnected).toList();
        codec = CodecChoice.choose(
                request.videoCodec(),
                connected.stream()
                        .map(RtcPeer::codecs)
                        .filter(codecs -> !codecs.isEmpty())
                        .toList());
        bitrate = (int) Math.min(
                Integer.MAX_VALUE,
                connected.stream()
                        .mapToLong(RtcPeer::bitrate)
                        .min()
                        .orElse(options.bitrates().start()));
        boolean nowLost = connected.isEmpty() && peers.values().stream().anyMatch(RtcPeer::isLost);
        if (!closed && nowLost && lost.compareAndSet(false, true)) {
            listener.onLost();
        } else if (!closed && !nowLost && lost.compareAndSet(true, false)) {
            listener.onRestored();
        }
    }

    private boolean isPeer(String participantId) {
        return !closed && peers.containsKey(participantId);
    }

    private void end(RtcPeer peer) {
        closings.removeIf(CompletableFuture::isDone);
        closings.add(peer.close().thenAccept(path -> {
            synchronized (pastLock) {
                past = past.plus(path);
            }
        }));
    }
}
