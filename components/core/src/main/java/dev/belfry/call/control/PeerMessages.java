package dev.belfry.call.control;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.machine.CallEvent;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries messages between the media of this device and that of the others. The others may have joined, and begun to
 * negotiate, before the hub's answer to this device's own join is here: their messages wait for it. For the serial
 * executor alone.
 */
final class PeerMessages {
    /** A whole group's descriptions and candidates. */
    static final int MAX_WAITING = 512;

    private static final Logger LOG = System.getLogger(PeerMessages.class.getName());

    private final CallLoop loop;
    private final CallEntry entry;
    private final Roster roster;
    private final List<PeerMessageReceived> waiting = new ArrayList<>();

    PeerMessages(CallLoop loop, CallEntry entry, Roster roster) {
        this.loop = loop;
        this.entry = entry;
        this.roster = roster;
    }

    /** Sends what the media says, unless the other one has left. */
    void send(String participantId, PeerMessage message) {
        if (roster.hasOther(participantId)) {
            Futures.listen(
                    loop.signaling().relay(entry.id, participantId, message),
                    loop.serial(),
                    done -> {},
                    error -> refused(participantId, error));
        }
    }

    /** Takes what the hub brought before this device is in the session. */
    void hold(PeerMessageReceived event) {
        if (waiting.size() < MAX_WAITING) {
            waiting.add(event);
        } else {
            LOG.log(Level.WARNING, "Too much is said in call {0} before it is joined: dropped {1}", entry.id, event);
        }
    }

    /** Hands on what was held back; that of those who left in the meantime is dropped. */
    void release(MediaSession media) {
        List<PeerMessageReceived> held = List.copyOf(waiting);
        waiting.clear();
        held.forEach(event -> deliver(event, media));
    }

    /** Hands on what the hub brought, if it is from somebody here and for this participation. */
    void deliver(PeerMessageReceived event, MediaSession media) {
        Participant local = roster.local();
        boolean mine = local != null && local.id().equals(event.to());
        if (mine && roster.hasOther(event.from())) {
            media.receive(event.from(), event.message());
        }
    }

    private void refused(String participantId, CallException error) {
        boolean left = error.code() == ErrorCode.ERR_CALL_NOT_A_PART || error.code() == ErrorCode.ERR_CALL_TERMINATED;
        if (!left && roster.hasOther(participantId)) {
            loop.dispatch(entry, new CallEvent.MediaError(error));
        }
    }
}
