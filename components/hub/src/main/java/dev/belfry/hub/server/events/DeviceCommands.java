package dev.belfry.hub.server.events;

import dev.belfry.call.CallException;
import dev.belfry.call.CallToken;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.server.limit.RateLimiter;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.Hub;
import dev.belfry.signaling.wire.ClientFrame;
import dev.belfry.signaling.wire.FrameCodec;
import dev.belfry.signaling.wire.ServerFrame;
import dev.belfry.signaling.wire.ServerFrame.Answer;
import dev.belfry.signaling.wire.WireCommand;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Carries out what a device sends over its event connection. Confined to the threads that receive, one at a time. */
final class DeviceCommands {
    private static final Logger LOG = System.getLogger(DeviceCommands.class.getName());
    private static final int REFUSALS_TO_CLOSE = 200;

    private final Hub hub;
    private final Device device;
    private final RateLimiter rate;
    private int refusedInARow;

    DeviceCommands(Hub hub, Device device, RateLimiter rate) {
        this.hub = hub;
        this.device = device;
        this.rate = rate;
    }

    /** What a message came to: an answer, the end of the connection, or both. */
    record Outcome(@Nullable ServerFrame answer, @Nullable CloseCode close) {}

    Outcome run(String text, long start, int maxBytes) {
        if (text.length() > maxBytes || text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            return new Outcome(null, CloseCode.BAD_MESSAGE);
        }
        long id;
        try {
            id = FrameCodec.readId(text);
        } catch (CallException malformed) {
            return new Outcome(null, CloseCode.BAD_MESSAGE);
        }
        try {
            rate.take(device.uid());
            ClientFrame frame = FrameCodec.readClientFrame(text);
            Answer answer = carryOut(frame.command(), start);
            refusedInARow = 0;
            boolean last = frame.command() instanceof WireCommand.SignOff;
            return new Outcome(new ServerFrame.Answered(id, answer), last ? CloseCode.SIGNED_OFF : null);
        } catch (CallException refused) {
            return refused(id, refused);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "event=command_failed", failed);
            return refused(id, new CallException(ErrorCode.ERR_UNAVAILABLE));
        }
    }

    private Outcome refused(long id, CallException error) {
        boolean limited = error.code() == ErrorCode.ERR_RATE_LIMITED;
        refusedInARow = limited ? refusedInARow + 1 : 0;
        return new Outcome(
                new ServerFrame.Refused(id, error), refusedInARow > REFUSALS_TO_CLOSE ? CloseCode.TOO_MUCH : null);
    }

    private Answer carryOut(WireCommand command, long start) throws CallException {
        if (command instanceof WireCommand.Join join) {
            CallToken token = new CallToken(join.sessionId(), join.token());
            return new Answer.Participants(hub.join(device, token, join.isAudioMuted(), join.isVideoMuted()));
        } else if (command instanceof WireCommand.Mute mute) {
            return new Answer.Muted(hub.mute(device, mute.sessionId(), mute.isAudioMuted(), mute.isVideoMuted()));
        } else if (command instanceof WireCommand.Relay relay) {
            hub.relay(device, relay.sessionId(), relay.to(), relay.number(), relay.message());
        } else if (command instanceof WireCommand.Leave leave) {
            hub.leave(device, leave.sessionId());
        } else if (command instanceof WireCommand.SignOff) {
            hub.disconnect(device, start);
        }
        return new Answer.Done();
    }
}
