package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.MediaKind;
import dev.belfry.frame.VideoTrack;
import dev.belfry.media.picture.FrameFanOut;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;

/** The remote participants of a session. Changed by the session's executor; frames come on the transport's thread. */
final class Participants {
    private static final long FLOW_TIMEOUT = TimeUnit.SECONDS.toNanos(2);

    private final SessionResources resources;
    private final Counters counters;
    private final Outgoing outgoing;
    private final Consumer<CallException> onError;
    private final Map<String, FrameFanOut> tracks = new ConcurrentHashMap<>();
    private final Map<String, Remote> remotes = new ConcurrentHashMap<>();
    private final Collection<AudioReceiver> audio = new CopyOnWriteArrayList<>();

    Participants(SessionResources resources, Counters counters, Outgoing outgoing, Consumer<CallException> onError) {
        this.resources = resources;
        this.counters = counters;
        this.outgoing = outgoing;
        this.onError = onError;
    }

    /** Returns who is to be heard, a collection that follows the changes. */
    Collection<AudioReceiver> audio() {
        return audio;
    }

    VideoTrack track(String participantId) {
        return fanOut(participantId);
    }

    void add(String participantId, PeerRole role) {
        if (remotes.containsKey(participantId)) {
            return;
        }
        try {
            PictureHold hold = new PictureHold();
            Remote remote = new Remote(
                    new VideoReceiver(
                            resources,
                            counters,
                            fanOut(participantId),
                            hold,
                            () -> outgoing.requestKeyFrame(participantId),
                            onError),
                    new AudioReceiver(hold, onError));
            remotes.put(participantId, remote);
            audio.add(remote.audio);
            outgoing.addPeer(participantId, role);
        } catch (CallException e) {
            onError.accept(e);
        }
    }

    /** Returns whether the participant's pictures were being shown. */
    boolean remove(String participantId) {
        outgoing.removePeer(participantId);
        Remote remote = remotes.remove(participantId);
        if (remote == null) {
            return false;
        }
        audio.remove(remote.audio);
        remote.close();
        return remote.flowing;
    }

    void onFrame(String participantId, EncodedFrame frame) {
        Remote remote = remotes.get(participantId);
        if (remote == null) {
            return;
        }
        if (frame.kind() == MediaKind.AUDIO) {
            counters.audioReceived.increment();
            remote.audio.put(frame);
        } else {
            remote.video.put(frame);
        }
    }

    /** Tells of those whose pictures began or stopped arriving since the last time. */
    void forEachFlowChange(long nowNanos, FlowChange listener) {
        remotes.forEach((id, remote) -> {
            boolean flows = remote.video.isFlowing(nowNanos, FLOW_TIMEOUT);
            if (flows != remote.flowing) {
                remote.flowing = flows;
                listener.flowing(id, flows);
            }
        });
    }

    /** Tells how loud each one is. */
    void forEachLevel(ObjDoubleConsumer<String> listener) {
        remotes.forEach((id, remote) -> listener.accept(id, remote.audio.level()));
    }

    void close() {
        remotes.values().forEach(Remote::close);
    }

    private FrameFanOut fanOut(String participantId) {
        return tracks.computeIfAbsent(participantId, id -> new FrameFanOut());
    }

    /** Hears that pictures began or stopped arriving. */
    interface FlowChange {
        void flowing(String participantId, boolean flows);
    }

    private static final class Remote {
        private final VideoReceiver video;
        private final AudioReceiver audio;
        private boolean flowing;

        Remote(VideoReceiver video, AudioReceiver audio) {
            this.video = video;
            this.audio = audio;
        }

        void close() {
            video.close();
            audio.close();
        }
    }
}
