package dev.belfry.demo.headless;

import dev.belfry.Belfry;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionListener;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSession;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.call.spi.MediaStats;
import dev.belfry.frame.VideoSink;
import dev.belfry.frame.VideoTrack;
import dev.belfry.swing.call.CallPanel;
import dev.belfry.swing.video.PaintListener;
import dev.belfry.swing.video.VideoView;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One user in a scripted call: the phone, the panel on the stage, and the meters. It listens after its panel does, so
 * when it hears of a state, the panel shows it. Methods belong to the event dispatch thread unless they say otherwise.
 */
final class Side {
    private static final String LISTENER = "script";

    private final Belfry phone;
    private final Album album;
    private final VideoSink sent;
    private final PaintListener received;
    private final CallPanel panel = new CallPanel();
    private final Map<CallPhase, CompletableFuture<Long>> reached = new EnumMap<>(CallPhase.class);
    private final CompletableFuture<Long> remoteRinging = new CompletableFuture<>();
    private final CompletableFuture<Long> connected = new CompletableFuture<>();
    private final CompletableFuture<Long> released = new CompletableFuture<>();
    private @Nullable CallSession session;
    private @Nullable VideoTrack ownTrack;
    private @Nullable VideoView remoteView;

    /**
     * Creates a side.
     *
     * @param sent takes the pictures this side sends
     * @param received hears of the pictures this side paints
     */
    Side(Belfry phone, Album album, VideoSink sent, PaintListener received) {
        this.phone = phone;
        this.album = album;
        this.sent = sent;
        this.received = received;
        for (CallPhase phase : CallPhase.values()) {
            reached.put(phase, new CompletableFuture<>());
        }
    }

    /** Puts the panel on the stage and begins to listen. */
    void enter(Stage stage, EventLog log) {
        stage.show(uid(), panel);
        panel.setController(phone.controller());
        phone.controller().addStateListener(LISTENER, this::onStateChanged);
        phone.controller().addSessionListener(LISTENER, new SessionListener() {
            @Override
            public void onConnectionClosed() {
                released.complete(System.nanoTime());
            }
        });
        log.listenTo(phone.controller());
    }

    String uid() {
        return phone.controller().localUser().uid();
    }

    /** On any thread. */
    Belfry phone() {
        return phone;
    }

    /** Completes when the panel shows a phase, with the time; a phase that was passed over never does. On any thread. */
    CompletableFuture<Long> reached(CallPhase phase) {
        return Objects.requireNonNull(reached.get(phase));
    }

    /** Completes when the panel shows that the other side rings. On any thread. */
    CompletableFuture<Long> remoteRinging() {
        return remoteRinging;
    }

    /** Completes when this side has its line to the hub. On any thread. */
    CompletableFuture<Long> connected() {
        return connected;
    }

    /** Completes when everything of the session is released. On any thread. */
    CompletableFuture<Long> released() {
        return released;
    }

    /** Returns the id of the call this side is in. On any thread. */
    String sessionId() {
        return Objects.requireNonNull(phone.controller().snapshot().sessionId(), "no call");
    }

    /** Returns the figures of the call, also once it is over. */
    MediaStats stats() {
        return session == null ? MediaStats.NONE : session.stats();
    }

    /** Takes the meters off. */
    void leave() {
        if (ownTrack != null) {
            ownTrack.removeSink(sent);
        }
        if (remoteView != null) {
            remoteView.setPaintListener(null);
        }
        panel.setController(null);
    }

    private void onStateChanged(CallSnapshot snapshot) {
        phone.controller().session().ifPresent(this::attach);
        CompletableFuture<Long> phase = reached(snapshot.phase());
        if (!phase.isDone() && snapshot.phase() == CallPhase.CONNECTING) {
            // The one state too short to be photographed later.
            album.take(uid(), snapshot.phase());
        }
        long now = System.nanoTime();
        phase.complete(now);
        if (snapshot.remoteRinging()) {
            remoteRinging.complete(now);
        }
        if (snapshot.connection() == ConnectionState.CONNECTED) {
            connected.complete(now);
        }
    }

    private void attach(CallSession current) {
        session = current;
        if (ownTrack == null) {
            ownTrack = current.localVideo();
            ownTrack.addSink(sent);
        }
        for (Participant participant : current.participants()) {
            if (!participant.isLocalUser() && remoteView == null) {
                remoteView = VideoViews.of(panel, current.remoteVideo(participant.id()));
                if (remoteView != null) {
                    remoteView.setPaintListener(received);
                }
            }
        }
    }
}
