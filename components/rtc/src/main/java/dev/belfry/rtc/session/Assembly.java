package dev.belfry.rtc.session;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.ice.IceTransportFactory;
import dev.belfry.rtc.ice.IceTransportState;
import dev.belfry.rtc.negotiation.Agreement;
import dev.belfry.rtc.stats.StatsReport;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** A connection as it lives on its loop: makes its parts, follows their states, and lets go of them. For the loop. */
final class Assembly implements Parts.Events {
    private static final long ROUND_TRIP_INTERVAL_NANOS = 1_000_000_000;

    private final PeerConnectionOptions options;
    private final PeerConnectionListener listener;
    private final MediaContext context;
    private final IceTransportFactory paths;
    private final CountedThreads threads;
    private final SecureRandom random;
    private final Alarm pathAlarm;
    private final PathRecovery recovery;
    private @Nullable Parts parts;
    private IceTransportState pathState = IceTransportState.NEW;
    private boolean started;
    private boolean heard;
    private boolean secured;
    private boolean everConnected;
    private boolean failed;
    private boolean closed;
    private volatile PeerConnectionState state = PeerConnectionState.NEW;
    private volatile StatsReport lastReport;

    Assembly(
            PeerConnectionOptions options,
            PeerConnectionListener listener,
            MediaContext context,
            IceTransportFactory paths,
            ThreadFactory threads,
            SecureRandom random) {
        this.options = options;
        this.listener = listener;
        this.context = context;
        this.paths = paths;
        this.threads = new CountedThreads(threads);
        this.random = random;
        this.pathAlarm = new Alarm(context.loop(), this::measurePath);
        this.recovery = new PathRecovery(context.loop(), options.polite(), this::restartIce);
        this.lastReport = new StatsReport(context.loop().now(), List.of());
    }

    PeerConnectionState state() {
        return state;
    }

    /** Returns the figures as last taken: those after the end. */
    StatsReport lastReport() {
        return lastReport;
    }

    void start() {
        if (started || isOver()) {
            return;
        }
        started = true;
        parts().path().gather();
        updateNegotiation();
    }

    void add(SendTrack track) {
        if (isOver()) {
            track.close();
            return;
        }
        parts().tracks().add(track);
        updateNegotiation();
    }

    void remove(SendTrack track) {
        if (parts != null && !isOver()) {
            parts.tracks().remove(track);
        }
        track.close();
    }

    void unmuted(SendTrack track) {
        if (parts != null && !isOver()) {
            parts.media().requestKeyFrame(track);
        }
    }

    /** Takes a frame over. */
    void send(SendTrack track, EncodedFrame frame) {
        if (parts == null || isOver()) {
            frame.release();
        } else {
            parts.media().send(track, frame);
        }
    }

    void needKeyFrame(ReceiveTrack track) {
        if (parts != null && !isOver()) {
            parts.media().needKeyFrame(track);
        }
    }

    void receive(Description description) {
        if (isOver()) {
            return;
        }
        heard = true;
        try {
            if (description.type() == Description.Type.OFFER) {
                parts().negotiator().receiveOffer(description.sdp());
            } else {
                parts().negotiator().receiveAnswer(description.sdp());
            }
        } catch (RtcException e) {
            listener.onRefused(e);
        }
    }

    void receive(SignaledCandidate candidate) {
        if (!isOver() && parts().negotiator().isForTransport(candidate.mid())) {
            parts().signalling().onRemote(candidate);
        }
    }

    void restartIce() {
        if (parts != null && !isOver() && parts.negotiator().agreement() != null) {
            recovery.onRestart();
            parts.negotiator().restartIce();
        }
    }

    /** Returns the figures now. */
    StatsReport report() {
        if (parts != null && !closed) {
            lastReport = new StatsCollector(parts, context).collect(pathState, secured, failed);
        }
        return lastReport;
    }

    /** Ends everything; the loop ends by itself when all is released. */
    void close() {
        if (closed) {
            return;
        }
        report();
        closed = true;
        pathAlarm.cancel();
        recovery.close();
        Parts open = parts;
        if (open == null) {
            updateState();
            context.loop().close();
            return;
        }
        open.close();
        updateState();
        var unused = CompletableFuture.allOf(open.path().close(), threads.ended())
                .whenComplete((nothing, error) -> context.loop().close());
    }

    @Override
    public void onAgreed(Agreement agreement) {
        if (!isOver()) {
            parts().tracks().agreed(agreement.media());
        }
    }

    @Override
    public void onUnusable(RtcException error) {
        fail(error);
    }

    @Override
    public void onPathState(IceTransportState next) {
        if (isOver()) {
            return;
        }
        pathState = next;
        recovery.onState(next);
        if (next == IceTransportState.CONNECTED) {
            parts().transport().onPath();
            measurePath();
        }
        if (next == IceTransportState.FAILED && !everConnected) {
            fail(new RtcException(RtcException.Reason.NO_PATH, "no candidate pair answered"));
        }
        updateState();
    }

    @Override
    public void onSecured() {
        if (isOver()) {
            return;
        }
        secured = true;
        everConnected = true;
        parts().media().start();
        updateState();
    }

    @Override
    public void onNotSecure(RtcException error) {
        fail(error);
    }

    @Override
    public void onPeerClosed() {
        close();
    }

    @Override
    public void onFrame(ReceiveTrack track, EncodedFrame frame) {
        listener.onFrame(track, frame);
    }

    @Override
    public void onKeyFrameRequest(SendTrack track) {
        listener.onKeyFrameRequest(track);
    }

    @Override
    public void onTargetBitrate(long bitsPerSecond) {
        listener.onTargetBitrate(bitsPerSecond);
    }

    private boolean isOver() {
        return closed || failed;
    }

    private Parts parts() {
        Parts made = parts;
        if (made == null) {
            made = new Parts(
                    options,
                    context,
                    paths,
                    threads,
                    random,
                    listener,
                    track -> context.loop().execute(() -> needKeyFrame(track)),
                    this);
            parts = made;
        }
        return made;
    }

    /** The polite side leaves the first offer to the other. */
    private void updateNegotiation() {
        if (started && (heard || !options.polite())) {
            parts().negotiator().update();
        }
    }

    private void measurePath() {
        if (parts == null || isOver()) {
            return;
        }
        Duration roundTrip = parts.path().stats().currentRoundTripTime();
        if (roundTrip != null) {
            parts.media().pathRoundTrip(roundTrip.toNanos());
        }
        pathAlarm.set(context.loop().nanoTime() + ROUND_TRIP_INTERVAL_NANOS);
    }

    private void fail(RtcException error) {
        if (isOver()) {
            return;
        }
        report();
        failed = true;
        recovery.close();
        parts().close();
        updateState();
        listener.onFailed(error);
    }

    private void updateState() {
        PeerConnectionState next = currentState();
        if (next != state) {
            state = next;
            listener.onState(next);
        }
    }

    private PeerConnectionState currentState() {
        if (closed) {
            return PeerConnectionState.CLOSED;
        }
        if (failed) {
            return PeerConnectionState.FAILED;
        }
        return switch (pathState) {
            case NEW -> PeerConnectionState.NEW;
            case CHECKING -> secured ? PeerConnectionState.DISCONNECTED : PeerConnectionState.CONNECTING;
            case CONNECTED -> secured ? PeerConnectionState.CONNECTED : PeerConnectionState.CONNECTING;
            case DISCONNECTED -> PeerConnectionState.DISCONNECTED;
            case FAILED -> PeerConnectionState.FAILED;
            case CLOSED -> PeerConnectionState.CLOSED;
        };
    }
}
