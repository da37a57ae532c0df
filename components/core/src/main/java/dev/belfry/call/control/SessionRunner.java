package dev.belfry.call.control;

import dev.belfry.call.CallException;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionListener;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.spi.DeviceCatalog;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The session of one call: opens media, joins, hands on, and releases. For the serial executor alone. */
final class SessionRunner {
    private final CallLoop loop;
    private final CallEntry entry;
    private final SessionSettings settings;
    private final CompletableFuture<CallSession> started = new CompletableFuture<>();
    private final CompletableFuture<MediaSession> opened = new CompletableFuture<>();

    private final Joining joining;
    private final SessionVideo video;
    private final Attendance attendance;
    private final Muting muting;
    private final ScreenShare screenShare;
    private @Nullable LiveSession session;
    private DeviceCatalog.@Nullable Watch deviceWatch;
    private boolean opening;
    private boolean closed;

    SessionRunner(CallLoop loop, CallEntry entry, SessionSettings settings) {
        this.loop = loop;
        this.entry = entry;
        this.settings = settings;
        this.joining = new Joining(loop, entry, this);
        this.video = new SessionVideo(entry.type, settings);
        this.attendance = new Attendance(loop, entry, video, settings.idleTimeout());
        this.muting = new Muting(loop, entry, settings, video, attendance);
        this.screenShare = new ScreenShare(loop, attendance);
    }

    String sessionId() {
        return entry.id;
    }

    /** Any thread. */
    List<Participant> participants() {
        return attendance.participants();
    }

    Muting muting() {
        return muting;
    }

    boolean hasVideo() {
        return video.isOn();
    }

    ScreenShare screenShare() {
        return screenShare;
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
                    entry.id, video.isOn() ? CallType.VIDEO : CallType.AUDIO, muting.audio(), muting.video());
            MediaEngine engine = loop.media();
            MediaSession media = engine == null ? new SilentMedia(events) : engine.open(request, events);
            if (engine != null) {
                deviceWatch = engine.devices().watch(loop.scheduler(), this::devicesChanged);
            }
            session = new LiveSession(this, media, settings, loop.serial());
            opened.complete(media);
            loop.publish();
        });
    }

    /** On any thread. */
    private void devicesChanged() {
        loop.serial().execute(() -> {
            if (!closed) {
                loop.listeners().tellSession(SessionListener::onMediaDeviceListUpdated);
            }
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
        boolean joined = attendance.local() != null;
        joining.stop();
        if (deviceWatch != null) {
            deviceWatch.close();
        }
        attendance.close();
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

    void mute(boolean audio, boolean camera) {
        MediaSession media = opened.getNow(null);
        if (!closed && media != null) {
            muting.set(audio, camera, media);
        }
    }

    void forgetProblem() {
        entry.problem = null;
        loop.publish();
    }

    void joined(Participant participant) {
        if (!closed) {
            attendance.joined(participant, opened.getNow(null));
        }
    }

    void left(Participant participant) {
        if (!closed) {
            attendance.left(participant, opened.getNow(null));
        }
    }

    void muted(Participant participant) {
        if (!closed) {
            attendance.muted(participant);
        }
    }

    /** The media of this device says something to that of another. */
    void send(String participantId, PeerMessage message) {
        if (!closed) {
            attendance.send(participantId, message);
        }
    }

    void receive(PeerMessageReceived event) {
        if (!closed) {
            attendance.receive(event, opened.getNow(null));
        }
    }

    Voices voices() {
        return attendance.voices();
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
        attendance.enter(token, media, servers, local, all);
        if (audioAsked != muting.audio() || videoAsked != muting.video()) {
            muting.tell();
        }
        if (session != null) {
            started.complete(session);
        }
    }
}
