package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.MediaEngine;
import dev.belfry.call.spi.MediaSession;
import dev.belfry.call.spi.MediaSessionListener;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One user's engine and session in a test, and what the session told. */
final class Side implements MediaSessionListener, AutoCloseable {
    static final String SESSION = "session";

    final LiveMediaEngine engine;
    final MediaSession session;
    final String id;
    final List<String> events = new CopyOnWriteArrayList<>();
    final List<ErrorCode> errors = new CopyOnWriteArrayList<>();
    final List<CallException> failures = new CopyOnWriteArrayList<>();
    private final Map<String, Side> others = new ConcurrentHashMap<>();
    volatile Runnable onConnected = () -> {};
    volatile double loudest;

    Side(String id, LiveMediaEngine.Builder builder) {
        this(id, builder, new MediaEngine.Request(SESSION, CallType.VIDEO, false, false));
    }

    Side(String id, LiveMediaEngine.Builder builder, MediaEngine.Request request) {
        this(id, builder.build(), request);
    }

    /** Opens a video call on an engine that outlives it. */
    Side(String id, LiveMediaEngine engine) {
        this(id, engine, new MediaEngine.Request(SESSION, CallType.VIDEO, false, false));
    }

    private Side(String id, LiveMediaEngine engine, MediaEngine.Request request) {
        this.id = id;
        this.engine = engine;
        this.session = engine.open(request, this);
    }

    /** Connects two sides with each other. */
    static void connect(Side... sides) {
        for (Side side : sides) {
            side.session.connect(new CallToken(SESSION, "token"), participant(side.id, true), List.of());
            for (Side other : sides) {
                if (other != side) {
                    side.others.put(other.id, other);
                    side.session.addParticipant(participant(other.id, false), side.role(other));
                }
            }
        }
    }

    /** Alice called. */
    private PeerRole role(Side other) {
        return PeerRole.of(participant(id, true), participant(other.id, false), "alice");
    }

    @Override
    public void onPeerMessage(String participantId, PeerMessage message) {
        Objects.requireNonNull(others.get(participantId)).session.receive(id, message);
    }

    static Participant participant(String id, boolean local) {
        return new Participant(id, id, id, null, false, false, local, Instant.EPOCH);
    }

    @Override
    public void onConnected() {
        events.add("connected");
        onConnected.run();
    }

    @Override
    public void onRemoteVideo(String participantId, boolean flowing) {
        events.add(participantId + (flowing ? " flows" : " stopped"));
    }

    @Override
    public void onAudioLevel(String participantId, double level) {
        if (!participantId.equals(id)) {
            loudest = level;
        }
    }

    @Override
    public void onDominantSpeaker(String participantId) {
        events.add(participantId + " speaks");
    }

    @Override
    public void onScreenShare(boolean sharing) {
        events.add("sharing " + sharing);
    }

    @Override
    public void onError(CallException error) {
        errors.add(error.code());
    }

    @Override
    public void onFailed(CallException error) {
        events.add("failed");
        failures.add(error);
    }

    void hangUp() throws Exception {
        session.close().get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        engine.close();
    }
}
