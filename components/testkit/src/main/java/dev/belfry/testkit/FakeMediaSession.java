package dev.belfry.testkit;

import dev.belfry.call.CallToken;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.MediaSessionListener;
import dev.belfry.call.spi.MediaStats;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A session of {@link FakeMediaEngine}. Thread-safe. */
public final class FakeMediaSession implements MediaSession {
    private final MediaEngine.Request request;
    private final MediaSessionListener listener;
    private final boolean connectsByItself;
    private final boolean negotiatesByItself;
    private final boolean closesSlowly;
    private final FakeVideoTrack localVideo = new FakeVideoTrack();
    private final Map<String, FakeVideoTrack> remoteVideos = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Map<String, PeerRole> roles = new ConcurrentHashMap<>();
    private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
    private volatile List<IceServer> iceServers = List.of();

    FakeMediaSession(
            MediaEngine.Request request,
            MediaSessionListener listener,
            boolean connectsByItself,
            boolean negotiatesByItself,
            boolean closesSlowly) {
        this.request = request;
        this.listener = listener;
        this.connectsByItself = connectsByItself;
        this.negotiatesByItself = negotiatesByItself;
        this.closesSlowly = closesSlowly;
    }

    /** Returns what it was opened with. */
    public MediaEngine.Request request() {
        return request;
    }

    /** Returns the listener, to tell it what happens. */
    public MediaSessionListener listener() {
        return listener;
    }

    /** Returns everything asked of the session, as {@code connect alice-1}, {@code add bob-1}, {@code close}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Returns the servers it was connected with; none before that. */
    public List<IceServer> iceServers() {
        return iceServers;
    }

    /** Returns whether it is closed. */
    public boolean isClosed() {
        return closed.isDone();
    }

    /** Ends a close that was to be slow. */
    public void finishClosing() {
        closed.complete(null);
    }

    @Override
    public FakeVideoTrack localVideo() {
        return localVideo;
    }

    @Override
    public FakeVideoTrack remoteVideo(String participantId) {
        return remoteVideos.computeIfAbsent(participantId, id -> new FakeVideoTrack());
    }

    @Override
    public void connect(CallToken token, Participant local, List<IceServer> servers) {
        asked.add("connect " + local.id());
        iceServers = List.copyOf(servers);
    }

    @Override
    public void addParticipant(Participant participant, PeerRole role) {
        asked.add("add " + participant.id());
        roles.put(participant.id(), role);
        if (negotiatesByItself && role == PeerRole.IMPOLITE) {
            describe(participant.id(), PeerMessage.DescriptionType.OFFER);
        }
        if (connectsByItself) {
            listener.onConnected();
            listener.onRemoteVideo(participant.id(), !participant.isVideoMuted());
        }
    }

    @Override
    public void removeParticipant(String participantId) {
        asked.add("remove " + participantId);
    }

    @Override
    public void receive(String participantId, PeerMessage message) {
        String words = words(message);
        asked.add("receive " + participantId + " " + words);
        if (negotiatesByItself && words.startsWith("offer")) {
            describe(participantId, PeerMessage.DescriptionType.ANSWER);
        }
    }

    /** Returns the part played towards a participant who was added; null for somebody else. */
    public @Nullable PeerRole role(String participantId) {
        return roles.get(participantId);
    }

    /** Returns what was said to a participant, in order, as {@link #words} has it. */
    public List<String> said(String participantId) {
        return said.stream()
                .filter(line -> line.startsWith(participantId + " "))
                .map(line -> line.substring(participantId.length() + 1))
                .toList();
    }

    /** Returns what a participant's media said, in order, as {@link #words} has it. */
    public List<String> heard(String participantId) {
        String start = "receive " + participantId + " ";
        return asked.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    /** Returns a message in a few words: {@code offer <sdp>}, {@code candidate <attribute>}, {@code end}. */
    public static String words(PeerMessage message) {
        if (message instanceof PeerMessage.Description description) {
            return description.type().name().toLowerCase(Locale.ROOT) + " " + description.sdp();
        }
        return message instanceof PeerMessage.Candidate candidate ? "candidate " + candidate.candidate() : "end";
    }

    private void describe(String participantId, PeerMessage.DescriptionType type) {
        say(participantId, new PeerMessage.Description(type, "sdp"));
        say(participantId, new PeerMessage.Candidate("one", "0", 0, null));
        say(participantId, new PeerMessage.Candidate("two", "0", 0, null));
        say(participantId, new PeerMessage.EndOfCandidates(null));
    }

    private void say(String participantId, PeerMessage message) {
        said.add(participantId + " " + words(message));
        listener.onPeerMessage(participantId, message);
    }

    @Override
    public void setAudioMuted(boolean muted) {
        asked.add("audioMuted " + muted);
    }

    @Override
    public void setVideoMuted(boolean muted) {
        asked.add("videoMuted " + muted);
    }

    @Override
    public void use(MediaDevice device) {
        asked.add("use " + device.id());
    }

    @Override
    public void startScreenShare(MediaDevice screen) {
        asked.add("startScreenShare " + screen.id());
        listener.onScreenShare(true);
    }

    @Override
    public void stopScreenShare() {
        asked.add("stopScreenShare");
        listener.onScreenShare(false);
    }

    @Override
    public MediaStats stats() {
        return MediaStats.NONE;
    }

    @Override
    public CompletableFuture<@Nullable Void> close() {
        shut();
        return closed;
    }

    void shut() {
        asked.add("close");
        if (!closesSlowly) {
            closed.complete(null);
        }
    }
}
