package dev.belfry.call.control;

import dev.belfry.call.Participant;
import dev.belfry.call.SessionListener;

/** Whether this device's screen is shared. For the serial executor alone. */
final class ScreenShare {
    private final CallLoop loop;
    private final Attendance attendance;
    private boolean on;

    ScreenShare(CallLoop loop, Attendance attendance) {
        this.loop = loop;
        this.attendance = attendance;
    }

    boolean isOn() {
        return on;
    }

    /** The media began or stopped to share it. */
    void changed(boolean nowOn) {
        if (on == nowOn) {
            return;
        }
        on = nowOn;
        loop.publish();
        Participant local = attendance.local();
        if (local != null) {
            loop.listeners().tellSession(listener -> tell(listener, local, nowOn));
        }
    }

    private static void tell(SessionListener listener, Participant local, boolean on) {
        if (on) {
            listener.onScreenShareStarted(local);
        } else {
            listener.onScreenShareStopped(local);
        }
    }
}
