package dev.belfry.testkit;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallParty;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A line to a hub that does what the test says. Every command waits in {@link #pending()} until the test answers it,
 * unless {@link #answerByItself()} lets a well-behaved hub with one caller and one receiver answer. Thread-safe.
 */
public final class ScriptedSignaling implements SignalingClient {
    private final User local;
    private final Map<String, CallParty> directory = new LinkedHashMap<>();
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final List<Participant> others = new ArrayList<>();
    private CompletableFuture<List<IceServer>> iceServers = CompletableFuture.completedFuture(List.of());
    private final List<SentCommand<?>> sent = new ArrayList<>();
    private @Nullable SignalingListener listener;
    private boolean selfAnswering;
    private boolean closed;
    private long seq;

    /** Creates a line that is not yet connected. */
    public ScriptedSignaling(User local, CallParty... known) {
        this.local = local;
        for (CallParty party : known) {
            directory.put(party.id(), party);
        }
    }

    /** Lets every command be answered at once from now on, as by a hub on which nothing goes wrong. */
    public synchronized ScriptedSignaling answerByItself() {
        selfAnswering = true;
        return this;
    }

    /** Sets who is already in the session when this device joins it. */
    public synchronized void inSession(Participant... participants) {
        others.clear();
        others.addAll(List.of(participants));
    }

    /** Sets how the hub answers who asks for STUN and TURN servers: with none unless set. */
    public synchronized void iceServers(CompletableFuture<List<IceServer>> answer) {
        iceServers = answer;
    }

    /** Returns every command sent so far, as {@code accept s1}, {@code reject s1 CANCELLED} and so on. */
    public synchronized List<String> sent() {
        return sent.stream().map(SentCommand::text).toList();
    }

    /** Returns the commands not answered yet. */
    public synchronized List<String> pending() {
        return sent.stream()
                .filter(command -> !command.future().isDone())
                .map(SentCommand::text)
                .toList();
    }

    /** Answers the oldest unanswered command of that name: {@code initiate}, {@code accept}, {@code join} and so on. */
    @SuppressWarnings("unchecked")
    public void answer(String name, Object value) {
        if (value instanceof Call call) {
            remember(call);
        }
        ((CompletableFuture<Object>) unanswered(name).future()).complete(value);
    }

    /** Fails the oldest unanswered command of that name. */
    public void fail(String name, ErrorCode code) {
        unanswered(name).future().completeExceptionally(new CallException(code));
    }

    /** Tells this device of a change, with 45 seconds left to ring if it rings. */
    public void deliver(CallChange change, Call call) {
        Duration left = call.status() == CallStatus.INITIATED ? Duration.ofSeconds(45) : Duration.ZERO;
        deliver(change, call, left);
    }

    /** Tells this device of a change. */
    public void deliver(CallChange change, Call call, Duration ringTimeLeft) {
        remember(call);
        String uid = call.sender().uid();
        deliver(new SignalingEvent.CallChanged(header(call.sessionId(), uid), change, call, ringTimeLeft));
    }

    public void participantJoined(String sessionId, Participant participant) {
        deliver(new SignalingEvent.ParticipantJoined(header(sessionId, participant.uid()), participant));
    }

    public void participantLeft(String sessionId, Participant participant) {
        deliver(new SignalingEvent.ParticipantLeft(header(sessionId, participant.uid()), participant));
    }

    public void participantMuted(String sessionId, Participant participant) {
        deliver(new SignalingEvent.ParticipantMuted(header(sessionId, participant.uid()), participant));
    }

    /** Brings what the media of another participant says to that of this device. */
    public void peerMessage(String sessionId, Participant from, PeerMessage message) {
        String to = Calls.participant(local, true).id();
        deliver(new SignalingEvent.PeerMessageReceived(header(sessionId, from.uid()), from.id(), to, message));
    }

    /** Delivers an event as it is; nothing once the line is closed. */
    public void deliver(SignalingEvent event) {
        tell(to -> to.onEvent(event));
    }

    /** Changes how the line stands; nothing once it is closed. */
    public void connection(ConnectionState state) {
        tell(to -> to.onConnectionState(state));
    }

    @Override
    public User localUser() {
        return local;
    }

    @Override
    public String deviceId() {
        return local.uid() + "-device";
    }

    @Override
    public void connect(SignalingListener newListener) {
        synchronized (this) {
            listener = newListener;
        }
        newListener.onConnectionState(ConnectionState.CONNECTED);
    }

    @Override
    public CompletableFuture<Call> initiate(String sessionId, CallRequest request) {
        return send("initiate", sessionId, "", () -> {
            CallParty receiver = directory.get(request.receiverId());
            if (receiver == null) {
                throw new CallException(ErrorCode.ERR_RECEIVER_NOT_FOUND);
            }
            return remember(Calls.requested(sessionId, local, receiver, request));
        });
    }

    @Override
    public CompletableFuture<Call> ringing(String sessionId) {
        return send("ringing", sessionId, "", () -> known(sessionId));
    }

    @Override
    public CompletableFuture<Call> accept(String sessionId) {
        return send("accept", sessionId, "", () -> change(sessionId, CallStatus.INITIATED, CallStatus.ONGOING));
    }

    @Override
    public CompletableFuture<Call> reject(String sessionId, CallStatus status) {
        return send("reject", sessionId, " " + status, () -> change(sessionId, CallStatus.INITIATED, status));
    }

    @Override
    public CompletableFuture<Call> end(String sessionId) {
        return send("end", sessionId, "", () -> change(sessionId, CallStatus.ONGOING, CallStatus.ENDED));
    }

    @Override
    public CompletableFuture<CallToken> token(String sessionId) {
        return send("token", sessionId, "", () -> new CallToken(sessionId, "token-" + sessionId));
    }

    @Override
    public CompletableFuture<Call> call(String sessionId) {
        return send("call", sessionId, "", () -> known(sessionId));
    }

    @Override
    public CompletableFuture<List<Participant>> join(CallToken token, boolean audioMuted, boolean videoMuted) {
        return send("join", token.sessionId(), muted(audioMuted, videoMuted), () -> {
            List<Participant> all = new ArrayList<>();
            all.add(Calls.participant(local, true).withMuted(audioMuted, videoMuted));
            all.addAll(others);
            return all;
        });
    }

    @Override
    public CompletableFuture<Participant> mute(String sessionId, boolean audioMuted, boolean videoMuted) {
        return send(
                "mute",
                sessionId,
                muted(audioMuted, videoMuted),
                () -> Calls.participant(local, true).withMuted(audioMuted, videoMuted));
    }

    @Override
    public CompletableFuture<@Nullable Void> relay(String sessionId, String toParticipantId, PeerMessage message) {
        return send("relay", sessionId, " " + toParticipantId + " " + FakeMediaSession.words(message), () -> null);
    }

    @Override
    public synchronized CompletableFuture<List<IceServer>> iceServers() {
        return iceServers;
    }

    @Override
    public CompletableFuture<@Nullable Void> leave(String sessionId) {
        return send("leave", sessionId, "", () -> null);
    }

    @Override
    public synchronized CompletableFuture<User> user(String uid) {
        return found(directory.get(uid), User.class);
    }

    @Override
    public synchronized CompletableFuture<List<User>> users(String search) {
        return CompletableFuture.completedFuture(directory.values().stream()
                .filter(party -> party.receiverType() == ReceiverType.USER)
                .map(User.class::cast)
                .filter(user -> user.uid().contains(search) || user.name().contains(search))
                .toList());
    }

    @Override
    public synchronized CompletableFuture<Group> group(String guid) {
        return found(directory.get(guid), Group.class);
    }

    @Override
    public CompletableFuture<CallLogPage> calls(CallLogFilter filter, @Nullable String cursor) {
        return send(
                "calls",
                String.valueOf(cursor),
                "",
                () -> new CallLogPage(
                        calls.values().stream().limit(filter.limit()).toList(), null, null));
    }

    @Override
    public void close() {
        List<SentCommand<?>> unanswered;
        synchronized (this) {
            closed = true;
            unanswered = List.copyOf(sent);
        }
        unanswered.forEach(command -> command.future().completeExceptionally(lost()));
    }

    private synchronized <T extends @Nullable Object> CompletableFuture<T> send(
            String name, String sessionId, String details, Answer<T> answer) {
        CompletableFuture<T> future = new CompletableFuture<>();
        sent.add(new SentCommand<>(name, name + " " + sessionId + details, future));
        if (closed) {
            future.completeExceptionally(lost());
        } else if (selfAnswering) {
            try {
                future.complete(answer.give());
            } catch (CallException e) {
                future.completeExceptionally(e);
            }
        }
        return future;
    }

    private synchronized SentCommand<?> unanswered(String name) {
        return sent.stream()
                .filter(command ->
                        command.name().equals(name) && !command.future().isDone())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no unanswered " + name + " among " + sent()));
    }

    private synchronized Call remember(Call call) {
        calls.put(call.sessionId(), call);
        return call;
    }

    private Call known(String sessionId) throws CallException {
        Call call = calls.get(sessionId);
        if (call == null) {
            throw new CallException(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
        }
        return call;
    }

    private Call change(String sessionId, CallStatus from, CallStatus to) throws CallException {
        Call call = known(sessionId);
        if (call.status() == from) {
            return remember(Calls.changed(call, to));
        }
        if (call.status().isTerminal() && to == CallStatus.ONGOING) {
            throw new CallException(ErrorCode.ERR_CALL_TERMINATED);
        }
        return call;
    }

    private void tell(Consumer<SignalingListener> call) {
        SignalingListener to;
        synchronized (this) {
            if (closed) {
                return;
            }
            to = Objects.requireNonNull(listener, "not connected");
        }
        call.accept(to);
    }

    private static CallException lost() {
        return new CallException(ErrorCode.ERR_CONNECTION_LOST);
    }

    private synchronized SignalingEvent.Header header(String sessionId, String uid) {
        seq++;
        return new SignalingEvent.Header(seq, "m" + seq, sessionId, uid, uid + "-device", Duration.ZERO);
    }

    private static String muted(boolean audio, boolean video) {
        return " audio=" + !audio + " video=" + !video;
    }

    private static <T> CompletableFuture<T> found(@Nullable CallParty party, Class<T> type) {
        return type.isInstance(party)
                ? CompletableFuture.completedFuture(type.cast(party))
                : CompletableFuture.failedFuture(new CallException(ErrorCode.ERR_RECEIVER_NOT_FOUND));
    }

    private record SentCommand<T extends @Nullable Object>(String name, String text, CompletableFuture<T> future) {}

    @FunctionalInterface
    private interface Answer<T extends @Nullable Object> {
        @Nullable
        T give() throws CallException;
    }
}
