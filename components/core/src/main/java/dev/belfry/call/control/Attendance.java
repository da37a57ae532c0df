package dev.belfry.call.control;

import dev.belfry.call.Call;
import dev.belfry.call.CallToken;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionListener;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows who is in a session: tells the media whom to talk to, and listeners of everything that changes. For the
 * serial executor alone, but for {@link #participants}.
 */
final class Attendance {
    private final CallLoop loop;
    private final CallEntry entry;
    private final SessionVideo video;
    private final Roster roster = new Roster();
    private final PeerMessages messages;
    private final Voices voices;
    private final IdleWatch idle;
    private volatile List<Participant> participants = List.of();

    Attendance(CallLoop loop, CallEntry entry, SessionVideo video, Duration idleTimeout) {
        this.loop = loop;
        this.entry = entry;
        this.video = video;
        this.messages = new PeerMessages(loop, entry, roster);
        this.voices = new Voices(loop, roster);
        this.idle = new IdleWatch(loop, entry, idleTimeout);
    }

    /** Returns who is there, the local participant first; empty before this device is in. Any thread. */
    List<Participant> participants() {
        return participants;
    }

    /** Returns the participation of this device; null before it is in. */
    @Nullable
    Participant local() {
        return roster.local();
    }

    Voices voices() {
        return voices;
    }

    /** This device is in, and so are those. */
    void enter(CallToken token, MediaSession media, List<IceServer> servers, Participant local, List<Participant> all) {
        roster.local(local);
        media.connect(token, local, servers);
        all.stream().filter(participant -> !participant.isLocalUser()).forEach(roster::put);
        List<Participant> others = roster.others();
        video.found(all);
        others.forEach(other -> media.addParticipant(other, role(other)));
        messages.release(media);
        changed(listener -> others.forEach(listener::onUserJoined));
    }

    void joined(Participant participant, @Nullable MediaSession media) {
        if (roster.put(participant) && roster.local() != null && media != null) {
            media.addParticipant(participant, role(participant));
            cameraOf(participant, listener -> listener.onUserJoined(participant));
        }
    }

    void left(Participant participant, @Nullable MediaSession media) {
        if (roster.remove(participant.id()) && media != null) {
            voices.forget(participant.id());
            media.removeParticipant(participant.id());
            changed(listener -> listener.onUserLeft(participant));
        }
    }

    void muted(Participant participant) {
        if (roster.find(participant.id()) != null && !isLocal(participant)) {
            roster.put(participant);
            cameraOf(participant, listener -> listener.onUserMuted(participant));
        }
    }

    /** This device's microphone or camera went off or on. */
    void mutedHere(Participant local) {
        roster.local(local);
        cameraOf(local, listener -> listener.onUserMuted(local));
    }

    /** The media of this device says something to that of another. */
    void send(String participantId, PeerMessage message) {
        messages.send(participantId, message);
    }

    void receive(PeerMessageReceived event, @Nullable MediaSession media) {
        if (media == null || roster.local() == null) {
            messages.hold(event);
        } else {
            messages.deliver(event, media);
        }
    }

    /** Nobody is in a session that is over. */
    void close() {
        idle.stop();
        roster.clear();
        participants = List.of();
    }

    /** Somebody came, or changed, whose camera may be on. */
    private void cameraOf(Participant participant, Consumer<SessionListener> event) {
        boolean switched = video.isSwitchedBy(participant);
        changed(event);
        if (switched) {
            loop.listeners().tellSession(listener -> listener.onCallSwitchedToVideo(participant));
        }
    }

    private void changed(Consumer<SessionListener> event) {
        List<Participant> all = roster.all();
        participants = List.copyOf(all);
        loop.publish();
        loop.listeners().tellSession(event);
        loop.listeners().tellSession(listener -> listener.onUserListUpdated(all));
        idle.alone(roster.isAlone());
    }

    private PeerRole role(Participant other) {
        Call call = entry.state.call();
        Participant local = Objects.requireNonNull(roster.local(), "joined");
        return PeerRole.of(
                local, other, call == null ? "" : call.callInitiator().uid());
    }

    private boolean isLocal(Participant participant) {
        Participant local = roster.local();
        return local != null && local.id().equals(participant.id());
    }
}
