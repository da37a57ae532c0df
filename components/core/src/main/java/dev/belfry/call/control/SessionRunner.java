package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionListener;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.call.spi.Scheduler.Cancellable;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The session of one call: opens media, joins, follows who is there, and releases. For the serial executor alone. */
final class SessionRunner {
    private final CallLoop loop;
    private final CallEntry entry;
    private final SessionSettings settings;
    private final Roster roster = new Roster();
    private final LevelLimit levels = new LevelLimit();
    private final CompletableFuture<CallSession> started = new CompletableFuture<>();
    private final CompletableFuture<MediaSession> opened = new CompletableFuture<>();

    // read by LiveSession on any thread
    private volatile List<Participant> participants = List.of();
    private volatile boolean audioMuted;
    private volatile boolean videoMuted;

    private final Joining joining;
    private final PeerMessages peerMessages;

    private @Nullable LiveSession session;
    private @Nullable Cancellable idleTimer;
    private boolean opening;
    private boolean closed;
    private boolean sharingScreen;

    SessionRunner(CallLoop loop, CallEntry entry, SessionSettings settings) {
        this.loop = loop;
        this.entry = entry;
        this.settings = settings;
        this.joining = new Joining(loop, entry, this);
        this.peerMessages = new PeerMessages(loop, entry, roster);
        this.audioMuted = settings.startAudioMuted();
        this.videoMuted = settings.startVideoMuted() || !hasVideo() || entry.acceptedWith == CallType.AUDIO;
    }

    String sessionId() {
        return entry.id;
    }

    List<Participant> participants() {
        return participants;
    }

    boolean audioMuted() {
        return audioMuted;
    }

    boolean videoMuted() {
        return videoMuted;
    }

    boolean sharingScreen() {
        return sharingScreen;
    }

    boolean isClosed() {
        return closed;
    }

    @Nullable
    LiveSession session() {
        return closed ? null : session;
    }

    CompletableFuture<MediaSession> opened() {
        return opened;
    }

    CompletableFuture<CallSession> started() {
        return started;
    }

    /** Opens the local media, once the session before this one has let go of its devices. */
    void open() {
        if (opening || closed) {
            return;
        }
        opening = true;
        loop.releases().after(() -> {
            if (closed) {
                return;
            }
            MediaEvents events = new MediaEvents(loop, entry, this);
            MediaEngine.Request request = new MediaEngine.Request(
                    entry.id, hasVideo() ? CallType.VIDEO : CallType.AUDIO, audioMuted, videoMuted);
            MediaEngine engine = loop.media();
            MediaSession media = engine == null ? new SilentMedia(events) : engine.open(request, events);
            session = new LiveSession(this, media, settings, loop.serial());
            opened.complete(media);
            loop.publish();
        });
    }

    /** Fetches a token and joins, unless that has begun. */
    void start() {
        joining.start(null);
        open();
    }

    /** Joins with a token the host fetched. */
    void start(CallToken token) {
        joining.start(token);
        open();
    }

    /** Goes on with joining, if that has begun and failed. */
    void resume() {
        joining.resume();
    }

    /** Releases everything and tells listeners when that is done. */
    void close(boolean leave) {
        if (closed) {
            return;
        }
        closed = true;
        boolean joined = roster.local() != null;
        stopIdleTimer();
        joining.stop();
        roster.clear();
        participants = List.of();
        started.completeExceptionally(new CallException(ErrorCode.ERR_CALL_TERMINATED));
        if (leave && joined) {
            Futures.listen(loop.signaling().leave(entry.id), loop.serial(), done -> {}, loop::warn);
        }
        MediaSession media = opened.getNow(null);
        if (media != null) {
            loop.releases().add(entry.id, media.close(), () -> {
                if (joined) {
                    loop.listeners().tellSession(SessionListener::onConnectionClosed);
                }
            });
        }
    }

    /** Mutes or unmutes here and for the others. */
    void mute(boolean audio, boolean video) {
        MediaSession media = opened.getNow(null);
        if (closed || media == null || (audio == audioMuted && video == videoMuted)) {
            return;
        }
        if (audio != audioMuted) {
            audioMuted = audio;
            media.setAudioMuted(audio);
        }
        if (video != videoMuted) {
            videoMuted = video;
            media.setVideoMuted(video);
        }
        entry.problem = null;
        tellMuted();
        loop.publish();
    }

    void forgetProblem() {
        entry.problem = null;
        loop.publish();
    }

    void joined(Participant participant) {
        MediaSession media = opened.getNow(null);
        if (closed || !roster.put(participant) || roster.local() == null || media == null) {
            return;
        }
        media.addParticipant(participant, role(participant));
        changed(listener -> listener.onUserJoined(participant));
    }

    void left(Participant participant) {
        MediaSession media = opened.getNow(null);
        if (closed || !roster.remove(participant.id()) || media == null) {
            return;
        }
        levels.forget(participant.id());
        media.removeParticipant(participant.id());
        changed(listener -> listener.onUserLeft(participant));
    }

    void muted(Participant participant) {
        if (!closed && roster.find(participant.id()) != null && !isLocal(participant)) {
            roster.put(participant);
            changed(listener -> listener.onUserMuted(participant));
        }
    }

    /** The media of this device says something to that of another. */
    void send(String participantId, PeerMessage message) {
        if (!closed) {
            peerMessages.send(participantId, message);
        }
    }

    void receive(PeerMessageReceived event) {
        MediaSession media = opened.getNow(null);
        if (closed) {
            return;
        }
        if (media == null || roster.local() == null) {
            peerMessages.hold(event);
        } else {
            peerMessages.deliver(event, media);
        }
    }

    void sharing(boolean on) {
        Participant local = roster.local();
        if (sharingScreen != on) {
            sharingScreen = on;
            loop.publish();
            if (local != null) {
                loop.listeners().tellSession(listener -> {
                    if (on) {
                        listener.onScreenShareStarted(local);
                    } else {
                        listener.onScreenShareStopped(local);
                    }
                });
            }
        }
    }

    void level(String participantId, double level) {
        Participant participant = roster.find(participantId);
        if (participant != null && levels.passes(participantId, loop.nanoTime())) {
            loop.listeners().tellSession(listener -> listener.onAudioLevelChanged(participant, level));
        }
    }

    void speaks(String participantId) {
        Participant participant = roster.find(participantId);
        if (participant != null) {
            loop.listeners().tellSession(listener -> listener.onDominantSpeakerChanged(participant));
        }
    }

    /** The hub let this device in. */
    void enter(
            CallToken token,
            MediaSession media,
            List<IceServer> servers,
            List<Participant> all,
            boolean audioAsked,
            boolean videoAsked) {
        Participant local =
                all.stream().filter(Participant::isLocalUser).findFirst().orElse(null);
        if (closed || local == null) {
            if (!closed) {
                joining.failed(new CallException(ErrorCode.ERR_JOIN_FAILED));
            }
            return;
        }
        if (entry.problem != null && entry.problem.code() == ErrorCode.ERR_CONNECTION_LOST) {
            entry.problem = null;
        }
        roster.local(local);
        media.connect(token, local, servers);
        all.stream().filter(participant -> !participant.isLocalUser()).forEach(roster::put);
        List<Participant> others = roster.others();
        others.forEach(other -> media.addParticipant(other, role(other)));
        peerMessages.release(media);
        changed(listener -> others.forEach(listener::onUserJoined));
        if (audioAsked != audioMuted || videoAsked != videoMuted) {
            tellMuted();
        }
        if (session != null) {
            started.complete(session);
        }
    }

    private void tellMuted() {
        Participant local = roster.local();
        if (local == null) {
            return;
        }
        Participant now = local.withMuted(audioMuted, videoMuted);
        roster.local(now);
        Futures.listen(
                loop.signaling().mute(entry.id, audioMuted, videoMuted),
                loop.serial(),
                told -> {},
                error -> loop.dispatch(entry, new CallEvent.MediaError(error)));
        changed(listener -> listener.onUserMuted(now));
    }

    private void changed(Consumer<SessionListener> event) {
        List<Participant> all = roster.all();
        participants = List.copyOf(all);
        loop.publish();
        loop.listeners().tellSession(event);
        loop.listeners().tellSession(listener -> listener.onUserListUpdated(all));
        watchIdle();
    }

    private void watchIdle() {
        if (!roster.isAlone() || settings.idleTimeout().isZero()) {
            stopIdleTimer();
        } else if (idleTimer == null) {
            idleTimer = loop.schedule(settings.idleTimeout(), () -> loop.dispatch(entry, new CallEvent.IdleTimeOver()));
        }
    }

    private void stopIdleTimer() {
        if (idleTimer != null) {
            idleTimer.cancel();
            idleTimer = null;
        }
    }

    private PeerRole role(Participant other) {
        Call call = entry.state.call();
        Participant local = Objects.requireNonNull(roster.local(), "joined");
        return PeerRole.of(
                local, other, call == null ? "" : call.callInitiator().uid());
    }

    private boolean isLocal(Participant participant) {
        Participant local = roster.local();
        return local != null && local.id().equals(participant.id());
    }

    private boolean hasVideo() {
        return entry.type == CallType.VIDEO && !settings.audioOnly();
    }
}
