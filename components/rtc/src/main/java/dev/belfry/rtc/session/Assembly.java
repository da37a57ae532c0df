package dev.belfry.rtc.session;

import dev.belfry.frame.EncodedFrame;
import dev.belfry.rtc.RtcException;
import dev.belfry.rtc.ice.IceTransportState;
import dev.belfry.rtc.negotiation.Agreement;
import dev.belfry.rtc.stats.StatsReport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A connection as it lives on its loop: makes its parts, follows them, and lets go of them. For the loop. */
final class Assembly implements Parts.Events {
    private final PeerConnectionOptions options;
    private final PeerConnectionListener listener;
    private final MediaContext context;
    private final PeerEnvironment environment;
    private final CountedThreads threads;
    private final Lifecycle life;
    private final PathRecovery recovery;
    private @Nullable Parts parts;
    private boolean started;
    private boolean heard;
    private volatile StatsReport lastReport;

    Assembly(
            PeerConnectionOptions options,
            PeerConnectionListener listener,
            MediaContext context,
            PeerEnvironment environment) {
        this.options = options;
        this.listener = listener;
        this.context = context;
        this.threads = new CountedThreads(environment.threads());
        this.environment = environment.withThreads(threads);
        this.life = new Lifecycle(listener);
        this.recovery = new PathRecovery(context.loop(), options.polite(), this::restartIce);
        this.lastReport = new StatsReport(context.loop().now(), List.of());
    }

    PeerConnectionState state() {
        return life.state();
    }

    /** Returns the figures as last taken: those after the end. */
    StatsReport lastReport() {
        return lastReport;
    }

    void start() {
        if (started || life.isOver()) {
            return;
        }
        started = true;
        parts().path().gather();
        updateNegotiation();
    }

    void add(SendTrack track) {
        if (life.isOver()) {
            track.close();
            return;
        }
        parts().tracks().add(track);
        updateNegotiation();
    }

    void remove(SendTrack track) {
        if (parts != null && !life.isOver()) {
            parts.tracks().remove(track);
        }
        track.close();
    }

    void unmuted(SendTrack track) {
        if (parts != null && !life.isOver()) {
            parts.media().requestKeyFrame(track);
        }
    }

    /** Takes a frame over. */
    void send(SendTrack track, EncodedFrame frame) {
        if (parts == null || life.isOver()) {
            frame.release();
        } else {
            parts.media().send(track, frame);
        }
    }

    void needKeyFrame(ReceiveTrack track) {
        if (parts != null && !life.isOver()) {
            parts.media().needKeyFrame(track);
        }
    }

    void receive(Description description) {
        if (life.isOver()) {
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
        if (!life.isOver() && parts().negotiator().isForTransport(candidate.mid())) {
            parts().signalling().onRemote(candidate);
        }
    }

    void restartIce() {
        if (parts != null && !life.isOver() && parts.negotiator().agreement() != null) {
            recovery.onRestart();
            parts.negotiator().restartIce();
        }
    }

    /** Returns the figures now. */
    StatsReport report() {
        if (parts != null && !life.isClosed()) {
            lastReport = new StatsCollector(parts, context).collect(life.path(), life.isSecured(), life.isFailed());
        }
        return lastReport;
    }

    /** Ends everything; the loop ends by itself when all is released. */
    void close() {
        if (life.isClosed()) {
            return;
        }
        report();
        life.closed();
        recovery.close();
        Parts open = parts;
        if (open == null) {
            life.tell();
            context.loop().close();
            return;
        }
        open.close();
        life.tell();
        var unused = CompletableFuture.allOf(open.path().close(), threads.ended())
                .whenComplete((nothing, error) -> context.loop().close());
    }

    @Override
    public void onAgreed(Agreement agreement) {
        if (!life.isOver()) {
            parts().tracks().agreed(agreement.media());
        }
    }

    @Override
    public void onUnusable(RtcException error) {
        fail(error);
    }

    @Override
    public void onPathState(IceTransportState next) {
        if (life.isOver()) {
            return;
        }
        life.path(next);
        recovery.onState(next);
        if (next == IceTransportState.CONNECTED) {
            parts().onPath();
        }
        if (next == IceTransportState.FAILED && !life.isSecured()) {
            fail(new RtcException(RtcException.Reason.NO_PATH, "no candidate pair answered"));
        }
        life.tell();
    }

    @Override
    public void onSecured() {
        if (life.isOver()) {
            return;
        }
        life.secured();
        parts().media().start();
        life.tell();
    }

    @Override
    public void onNotSecure(RtcException error) {
        fail(error);
    }

    @Override
    public void onPeerClosed() {
        close();
    }

    private Parts parts() {
        Parts made = parts;
        if (made == null) {
            made = new Parts(
                    options,
                    context,
                    environment,
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

    private void fail(RtcException error) {
        if (life.isOver()) {
            return;
        }
        report();
        life.failed();
        recovery.close();
        parts().close();
        life.tell();
        listener.onFailed(error);
    }
}
