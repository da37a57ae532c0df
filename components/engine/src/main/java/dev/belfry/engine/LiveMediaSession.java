package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.MediaSessionListener;
import dev.belfry.call.spi.MediaStats;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.VideoTrack;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.codec.SizeLimit;
import dev.belfry.media.device.VideoSourceSpec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call's media. A serial executor owns its state and calls the listener; pictures and sound pass on threads of
 * their own, which it starts and, in the end, joins.
 */
final class LiveMediaSession implements MediaSession {
    private static final long TICK_MILLIS = 100;
    private static final SizeLimit SCREEN_LIMIT = new SizeLimit(1920, 1080);

    private final MediaSettings settings;
    private final MediaTransports transports;
    private final SessionResources resources;
    private final Executor background;
    private final Consumer<LiveMediaSession> onClosed;
    private final SessionExecutor serial;
    private final SessionEvents events;
    private final Counters counters = new Counters();
    private final Outgoing outgoing = new Outgoing();
    private final Participants participants;
    private final LocalVideo localVideo;
    private final VideoSender videoSender;
    private final AudioSender audioSender;
    private final AudioPlayer audioPlayer;
    private final MediaSessionListener listener;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
    private @Nullable String localId;

    LiveMediaSession(
            MediaEngine.Request request,
            MediaSettings settings,
            MediaTransports transports,
            SessionResources resources,
            MediaSessionListener listener,
            Executor background,
            Consumer<LiveMediaSession> onClosed) {
        this.settings = settings;
        this.transports = transports;
        this.resources = resources;
        this.listener = listener;
        this.background = background;
        this.onClosed = onClosed;
        this.serial = new SessionExecutor(resources.threads());
        this.events = new SessionEvents(serial, listener);
        this.participants = new Participants(resources, counters, outgoing, events::error);
        this.localVideo = new LocalVideo(
                resources,
                counters,
                serial,
                settings.camera(),
                request.type() == CallType.AUDIO || request.videoMuted(),
                this::cameraFailed);
        this.videoSender = new VideoSender(resources, settings, counters, outgoing, events::error);
        this.audioSender = new AudioSender(
                resources, counters, settings.microphone(), request.audioMuted(), outgoing, events::error);
        this.audioPlayer = new AudioPlayer(resources, participants.audio(), settings.speaker(), events::error);
    }

    /** Opens the camera. */
    void start() {
        serial.execute(localVideo::reopen);
    }

    @Override
    public VideoTrack localVideo() {
        return localVideo.track();
    }

    @Override
    public VideoTrack remoteVideo(String participantId) {
        return participants.track(participantId);
    }

    @Override
    public void connect(CallToken token, Participant local, List<IceServer> servers) {
        serial.execute(() -> {
            if (localId != null) {
                return;
            }
            localId = local.id();
            MediaTransport transport = openTransport(token, local.id(), servers);
            if (transport == null) {
                return;
            }
            outgoing.setVideoMuted(!localVideo.isOn());
            outgoing.open(transport);
            localVideo.track().addSink(videoSender);
            resources.threads().start("encode", videoSender);
            resources.threads().startFirst("microphone", audioSender);
            resources.threads().startFirst("playout", audioPlayer);
            PresenceWatch presence = new PresenceWatch(local.id(), participants, audioSender, listener);
            serial.repeat(TICK_MILLIS, presence::look);
        });
    }

    @Override
    public void addParticipant(Participant participant, PeerRole role) {
        serial.execute(() -> {
            if (!participant.isLocalUser()) {
                participants.add(participant.id(), role);
                videoSender.requestKeyFrame();
            }
        });
    }

    @Override
    public void removeParticipant(String participantId) {
        serial.execute(() -> {
            if (participants.remove(participantId)) {
                events.remoteVideo(participantId, false);
            }
        });
    }

    @Override
    public void receive(String participantId, PeerMessage message) {
        serial.execute(() -> outgoing.receive(participantId, message));
    }

    @Override
    public void setAudioMuted(boolean muted) {
        serial.execute(() -> audioSender.setMuted(muted));
    }

    @Override
    public void setVideoMuted(boolean muted) {
        serial.execute(() -> {
            localVideo.setMuted(muted);
            outgoing.setVideoMuted(!localVideo.isOn());
        });
    }

    @Override
    public void use(MediaDevice device) {
        serial.execute(() -> {
            switch (device.kind()) {
                case CAMERA ->
                    localVideo.useCamera(new VideoSourceSpec.Camera(
                            device.id(), settings.width(), settings.height(), settings.fps()));
                case MICROPHONE -> audioSender.use(new AudioSourceSpec.Microphone(device.id()));
                case SPEAKER -> audioPlayer.use(new AudioSinkSpec.Speaker(device.id()));
                case SCREEN -> share(new VideoSourceSpec.Screen(device.id(), settings.fps()));
            }
        });
    }

    @Override
    public void startScreenShare(MediaDevice screen) {
        serial.execute(() -> share(new VideoSourceSpec.Screen(screen.id(), settings.fps())));
    }

    @Override
    public void stopScreenShare() {
        serial.execute(() -> share(null));
    }

    @Override
    public MediaStats stats() {
        return counters.snapshot(outgoing.path());
    }

    @Override
    public CompletableFuture<@Nullable Void> close() {
        if (closing.compareAndSet(false, true)) {
            background.execute(this::shutDown);
        }
        return closed;
    }

    private void share(VideoSourceSpec.@Nullable Screen screen) {
        boolean before = localVideo.isSharing();
        videoSender.setSizeLimit(screen == null ? new SizeLimit(settings.width(), settings.height()) : SCREEN_LIMIT);
        localVideo.share(screen);
        outgoing.setVideoMuted(!localVideo.isOn());
        if (before != localVideo.isSharing()) {
            events.screenShare(localVideo.isSharing());
        }
    }

    /** Returns null where that fails, which the listener is told. */
    private @Nullable MediaTransport openTransport(CallToken token, String participantId, List<IceServer> servers) {
        try {
            return transports.open(
                    new MediaTransports.Request(token, participantId, settings.codec(), settings.bitrate(), servers),
                    new TransportEvents(participants, videoSender, events));
        } catch (RuntimeException | LinkageError e) {
            events.failed(
                    e.getCause() instanceof CallException known
                            ? known
                            : new CallException(ErrorCode.ERR_MEDIA_FAILED, "transport", e));
            return null;
        }
    }

    private void shutDown() {
        serial.close();
        localVideo.close();
        localVideo.track().removeSink(videoSender);
        videoSender.close();
        audioSender.close();
        outgoing.close();
        participants.close();
        audioPlayer.close();
        resources.close();
        onClosed.accept(this);
        closed.complete(null);
    }

    /** On the session's executor. */
    private void cameraFailed(CallException error) {
        events.error(error);
        share(null);
    }
}
