package dev.belfry.signaling.okhttp;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.signaling.client.RelayQueue;
import dev.belfry.signaling.wire.ListCodec;
import dev.belfry.signaling.wire.ServerFrame.Answer;
import dev.belfry.signaling.wire.WireCodec;
import dev.belfry.signaling.wire.WireCommand;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One device's line to a hub on another machine, over HTTP and a WebSocket. What gets lost on the way is sent again
 * until it is answered; a connection that is lost is made again, and goes on with the events where it broke off.
 *
 * <pre>{@code
 * OkHttpSignaling.builder(URI.create("https://hub.example.org"))
 *         .tokens(() -> backEnd.fetchToken())
 *         .signIn()
 *         .thenAccept(line -> ...);
 * }</pre>
 *
 * <p>Thread-safe; nothing blocks but {@link #close}, two seconds at most. The listener is called, and futures complete,
 * on one serial executor, by default a daemon thread of the line's own: hand longer work on. States: CONNECTING from
 * {@link #connect}, CONNECTED, RECONNECTING whenever the connection is lost; CLOSED if another start of the same device
 * took its place, after which everything fails with ERR_CONNECTION_LOST.
 *
 * @since 0.1
 */
public final class OkHttpSignaling implements SignalingClient {
    private static final String USERS = "users";
    private static final String NO_FIELDS = "{}";

    private final User user;
    private final LineParts parts;
    private final Promises promises;
    private final LineCommands commands = new LineCommands();
    private final HubLine line;
    private final RelayQueue relays;
    private final IceServerCache iceServers;
    private final AtomicBoolean released = new AtomicBoolean();
    private CompletableFuture<?> freed = CompletableFuture.completedFuture(null);

    OkHttpSignaling(LineParts parts, User user) {
        this.parts = parts;
        this.user = user;
        promises = new Promises(parts.executor());
        relays = new RelayQueue(parts.retry());
        LineEvents events =
                new LineEvents(user.uid(), parts.deviceId(), parts.scheduler(), parts.executor(), promises::isEnded);
        long start = parts.scheduler().now().toEpochMilli();
        LineOpener opener = new LineOpener(parts, user.uid(), parts.deviceId(), start);
        line = new HubLine(opener, parts, commands, events, this::replaced);
        events.onMissing(line::missing);
        iceServers = new IceServerCache(
                parts.scheduler(), () -> send(HubRequest.get(ListCodec::readIceServers, "ice-servers")));
    }

    /**
     * Returns a builder.
     *
     * @param hub the hub's address, {@code https://hub.example.org}
     * @param otherNodes further addresses of the same hub, to go to when one fails
     * @throws IllegalArgumentException if one is not an http or https URL
     */
    public static OkHttpSignalingBuilder builder(URI hub, URI... otherNodes) {
        List<URI> nodes = new ArrayList<>(List.of(otherNodes));
        nodes.add(0, hub);
        return new OkHttpSignalingBuilder(HubAddresses.of(nodes));
    }

    @Override
    public User localUser() {
        return user;
    }

    @Override
    public String deviceId() {
        return parts.deviceId();
    }

    @Override
    public void connect(SignalingListener listener) {
        if (promises.isEnded()) {
            throw new IllegalStateException("the line is closed");
        }
        parts.executor().execute(() -> line.open(listener));
    }

    @Override
    public CompletableFuture<Call> initiate(String sessionId, CallRequest request) {
        String body = WireCodec.write(new WireCommand.Initiate(sessionId, request));
        return promises.make(promise -> {
            var unused = freed.whenComplete((done, refused) ->
                    Outcome.pass(send(HubRequest.post(WireCodec::readCall, body, HubRequest.CALLS)), promise));
        });
    }

    @Override
    public CompletableFuture<Call> ringing(String sessionId) {
        return request(HubRequest.post(WireCodec::readCall, NO_FIELDS, HubRequest.CALLS, sessionId, "ringing"));
    }

    @Override
    public CompletableFuture<Call> accept(String sessionId) {
        return request(HubRequest.post(WireCodec::readCall, NO_FIELDS, HubRequest.CALLS, sessionId, "accept"));
    }

    @Override
    public CompletableFuture<Call> reject(String sessionId, CallStatus status) {
        String body = WireCodec.write(new WireCommand.Reject(status));
        return closing(() -> send(HubRequest.post(WireCodec::readCall, body, HubRequest.CALLS, sessionId, "reject")));
    }

    @Override
    public CompletableFuture<Call> end(String sessionId) {
        return closing(() -> send(HubRequest.post(WireCodec::readCall, NO_FIELDS, HubRequest.CALLS, sessionId, "end")));
    }

    @Override
    public CompletableFuture<CallToken> token(String sessionId) {
        return request(HubRequest.post(WireCodec::readToken, NO_FIELDS, HubRequest.CALLS, sessionId, "token"));
    }

    @Override
    public CompletableFuture<Call> call(String sessionId) {
        return request(HubRequest.get(WireCodec::readCall, HubRequest.CALLS, sessionId));
    }

    @Override
    public CompletableFuture<List<Participant>> join(CallToken token, boolean audioMuted, boolean videoMuted) {
        WireCommand join = new WireCommand.Join(token.sessionId(), token.token(), audioMuted, videoMuted);
        return command(
                join,
                answer -> LineCommands.as(Answer.Participants.class, answer).participants());
    }

    @Override
    public CompletableFuture<Participant> mute(String sessionId, boolean audioMuted, boolean videoMuted) {
        WireCommand mute = new WireCommand.Mute(sessionId, audioMuted, videoMuted);
        return command(
                mute, answer -> LineCommands.as(Answer.Muted.class, answer).participant());
    }

    @Override
    public CompletableFuture<@Nullable Void> relay(String sessionId, String toParticipantId, PeerMessage message) {
        try {
            message.validate();
        } catch (CallException tooLarge) {
            return CompletableFuture.failedFuture(tooLarge);
        }
        return promises.make(promise -> Outcome.pass(
                relays.send(
                        sessionId,
                        toParticipantId,
                        message,
                        (session, to, number, sent) ->
                                commands.send(new WireCommand.Relay(session, to, number, sent), answer -> null)),
                promise));
    }

    @Override
    public CompletableFuture<@Nullable Void> leave(String sessionId) {
        return closing(() -> parts.retry().send(() -> commands.send(new WireCommand.Leave(sessionId), answer -> null)));
    }

    @Override
    public CompletableFuture<User> user(String uid) {
        return request(HubRequest.get(WireCodec::readUser, USERS, uid));
    }

    @Override
    public CompletableFuture<List<User>> users(String search) {
        return request(HubRequest.get(ListCodec::readUsers, USERS).with(Map.of("search", search)));
    }

    @Override
    public CompletableFuture<Group> group(String guid) {
        return request(HubRequest.get(WireCodec::readGroup, "groups", guid));
    }

    @Override
    public CompletableFuture<CallLogPage> calls(CallLogFilter filter, @Nullable String cursor) {
        return request(HubRequest.get(ListCodec::readCalls, HubRequest.CALLS).with(ListCodec.query(filter, cursor)));
    }

    @Override
    public CompletableFuture<List<IceServer>> iceServers() {
        return promises.make(promise -> Outcome.pass(iceServers.servers(), promise));
    }

    /** {@inheritDoc} Signs the device off: the calls it is in are over. */
    @Override
    public void close() {
        if (!released.compareAndSet(false, true)) {
            return;
        }
        promises.end();
        parts.executor().execute(() -> {
            line.stop();
            parts.stop();
        });
        parts.own().run();
        promises.fail();
    }

    /** Another start of this device took its place; on the executor. */
    private void replaced() {
        promises.end();
        parts.stop();
        promises.fail();
    }

    private <T> CompletableFuture<T> request(HubRequest<T> request) {
        return promises.make(promise -> Outcome.pass(send(request), promise));
    }

    private <T> CompletableFuture<T> command(WireCommand command, LineCommands.Reader<T> reader) {
        return promises.make(promise ->
                Outcome.pass(parts.retry().send(() -> commands.send(command, reader)), promise));
    }

    /** A command that frees this user for another call: a new call waits for it, so that the two are not swapped. */
    private <T extends @Nullable Object> CompletableFuture<T> closing(Supplier<CompletableFuture<T>> command) {
        return promises.make(promise -> {
            freed = freed.isDone() ? promise : CompletableFuture.allOf(freed, promise);
            Outcome.pass(command.get(), promise);
        });
    }

    private <T> CompletableFuture<T> send(HubRequest<T> request) {
        return parts.retry().send(() -> parts.requests().send(request));
    }
}
