package dev.belfry.call.control;

import dev.belfry.call.Participant;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.MediaStats;
import dev.belfry.frame.VideoTrack;
import java.util.List;
import java.util.concurrent.Executor;

/** What a host sees of a {@link SessionRunner}. */
final class LiveSession implements CallSession {
    private final SessionRunner runner;
    private final MediaSession media;
    private final SessionSettings settings;
    private final Executor serial;

    LiveSession(SessionRunner runner, MediaSession media, SessionSettings settings, Executor serial) {
        this.runner = runner;
        this.media = media;
        this.settings = settings;
        this.serial = serial;
    }

    @Override
    public String sessionId() {
        return runner.sessionId();
    }

    @Override
    public SessionSettings settings() {
        return settings;
    }

    @Override
    public List<Participant> participants() {
        return runner.participants();
    }

    @Override
    public VideoTrack localVideo() {
        return media.localVideo();
    }

    @Override
    public VideoTrack remoteVideo(String participantId) {
        return media.remoteVideo(participantId);
    }

    @Override
    public void setAudioMuted(boolean muted) {
        serial.execute(() -> runner.mute(muted, runner.muting().video()));
    }

    @Override
    public void setVideoMuted(boolean muted) {
        serial.execute(() -> runner.mute(runner.muting().audio(), muted));
    }

    @Override
    public void use(MediaDevice device) {
        serial.execute(runner::forgetProblem);
        media.use(device);
    }

    @Override
    public void startScreenShare(MediaDevice screen) {
        media.startScreenShare(screen);
    }

    @Override
    public void stopScreenShare() {
        media.stopScreenShare();
    }

    @Override
    public MediaStats stats() {
        return media.stats();
    }
}
