package dev.belfry.call.control;

import dev.belfry.call.CallType;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionSettings;
import java.util.List;

/**
 * Whether a session is one of pictures: from the beginning, or since somebody's camera went on in an audio call. It
 * stays so when the cameras go off again. For the serial executor alone.
 */
final class SessionVideo {
    private final boolean allowed;
    private boolean on;

    SessionVideo(CallType type, SessionSettings settings) {
        allowed = !settings.audioOnly();
        on = allowed && type == CallType.VIDEO;
    }

    boolean isOn() {
        return on;
    }

    /** Returns whether the local camera may be on. */
    boolean isAllowed() {
        return allowed;
    }

    /** Returns whether the camera of this participant switched the session to video. */
    boolean isSwitchedBy(Participant participant) {
        if (on || !allowed || participant.isVideoMuted()) {
            return false;
        }
        on = true;
        return true;
    }

    /** Takes those who are there already; whether they switched, and when, is not known. */
    void found(List<Participant> participants) {
        on |= allowed && !participants.stream().allMatch(Participant::isVideoMuted);
    }
}
