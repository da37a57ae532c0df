package dev.belfry.call.control;

import dev.belfry.call.CallType;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.spi.MediaSession;

/** Whether this device's microphone and camera are off. Changed on the serial executor; read on any thread. */
final class Muting {
    private final CallLoop loop;
    private final CallEntry entry;
    private final SessionVideo session;
    private final Attendance attendance;
    private volatile boolean audio;
    private volatile boolean video;

    Muting(CallLoop loop, CallEntry entry, SessionSettings settings, SessionVideo session, Attendance attendance) {
        this.loop = loop;
        this.entry = entry;
        this.session = session;
        this.attendance = attendance;
        audio = settings.startAudioMuted();
        video = settings.startVideoMuted() || !session.isOn() || entry.acceptedWith == CallType.AUDIO;
    }

    boolean audio() {
        return audio;
    }

    boolean video() {
        return video;
    }

    /** Mutes or unmutes here and for the others; in a session that is audio only, the camera stays off. */
    void set(boolean audioOff, boolean videoOff, MediaSession media) {
        boolean cameraOff = videoOff || !session.isAllowed();
        if (audioOff == audio && cameraOff == video) {
            return;
        }
        if (audioOff != audio) {
            audio = audioOff;
            media.setAudioMuted(audioOff);
        }
        if (cameraOff != video) {
            video = cameraOff;
            media.setVideoMuted(cameraOff);
        }
        entry.problem = null;
        tell();
        loop.publish();
    }

    /** Tells the hub, once this device is in the session. */
    void tell() {
        Participant local = attendance.local();
        if (local == null) {
            return;
        }
        Futures.listen(
                loop.signaling().mute(entry.id, audio, video),
                loop.serial(),
                told -> {},
                error -> loop.dispatch(entry, new CallEvent.MediaError(error)));
        attendance.mutedHere(local.withMuted(audio, video));
    }
}
