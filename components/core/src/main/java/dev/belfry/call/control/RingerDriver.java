package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.machine.CallState;
import dev.belfry.call.spi.Ringer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what sounds in step with the calls, so that no tone can outlive its call. For the serial executor alone. */
final class RingerDriver {
    private final Ringer ringer;
    private String sounding = "";

    RingerDriver(Ringer ringer) {
        this.ringer = ringer;
    }

    void follow(@Nullable CallEntry active, List<CallEntry> waiting) {
        CallState state = active == null || active.isOver() ? new CallState.New() : active.state;
        if (state instanceof CallState.Incoming incoming) {
            sound("ring", incoming.call());
        } else if (state instanceof CallState.Outgoing outgoing && outgoing.remoteRinging()) {
            sound("ringback", outgoing.call());
        } else if (!waiting.isEmpty() && waiting.get(0).state.call() != null) {
            sound("callWaiting", waiting.get(0).state.call());
        } else {
            silence();
        }
    }

    void silence() {
        if (!sounding.isEmpty()) {
            sounding = "";
            ringer.stop();
        }
    }

    private void sound(String tone, @Nullable Call call) {
        if (call == null || sounding.equals(tone + call.sessionId())) {
            return;
        }
        sounding = tone + call.sessionId();
        switch (tone) {
            case "ring" -> ringer.ring(call);
            case "ringback" -> ringer.ringback(call);
            default -> ringer.callWaiting(call);
        }
    }
}
