package dev.belfry.call.control;

import dev.belfry.call.CallToken;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.MediaSessionListener;
import dev.belfry.call.spi.MediaStats;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.VideoSink;
import dev.belfry.frame.VideoTrack;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The media of a controller without an engine: none. A session counts as connected once somebody else is in it. */
final class SilentMedia implements MediaSession {
    private static final VideoTrack BLANK = new VideoTrack() {
        @Override
        public void addSink(VideoSink sink) {}

        @Override
        public void removeSink(VideoSink sink) {}
    };

    private final MediaSessionListener listener;

    SilentMedia(MediaSessionListener listener) {
        this.listener = listener;
    }

    @Override
    public VideoTrack localVideo() {
        return BLANK;
    }

    @Override
    public VideoTrack remoteVideo(String participantId) {
        return BLANK;
    }

    @Override
    public void connect(CallToken token, Participant local, List<IceServer> servers) {}

    @Override
    public void addParticipant(Participant participant, PeerRole role) {
        listener.onConnected();
    }

    @Override
    public void removeParticipant(String participantId) {}

    @Override
    public void receive(String participantId, PeerMessage message) {}

    @Override
    public void setAudioMuted(boolean muted) {}

    @Override
    public void setVideoMuted(boolean muted) {}

    @Override
    public void use(MediaDevice device) {}

    @Override
    public void startScreenShare(MediaDevice screen) {}

    @Override
    public void stopScreenShare() {}

    @Override
    public MediaStats stats() {
        return MediaStats.NONE;
    }

    @Override
    public CompletableFuture<@Nullable Void> close() {
        return CompletableFuture.completedFuture(null);
    }
}
