package dev.belfry.demo.line;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.signaling.wire.ServerFrame;
import dev.belfry.signaling.wire.WireCodec;
import dev.belfry.signaling.wire.WireCommand;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One device's line to the hub, with as little as works: no thread of its own, no order made of events that come in
 * none. A command is sent again, to the next node, when a node does not answer. Thread-safe; nothing waits. Futures fail
 * with a {@link CallException}.
 */
public final class LightDevice implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST_ATTEMPTS = 900;
    private static final String NOTHING = "{}";

    private final LightNetwork network;
    private final HubHttp http;
    private final String uid;
    private final String deviceId;
    private final String token;
    private final EventLine line;
    private final AtomicInteger turn;

    /**
     * Creates a device that is not connected.
     *
     * @param token the user's
     * @param firstNode which node to begin with
     * @param events where events go, one at a time
     */
    public LightDevice(
            LightNetwork network,
            String uid,
            String deviceId,
            String token,
            int firstNode,
            Consumer<SignalingEvent> events) {
        this.network = network;
        this.http = new HubHttp(network.http());
        this.uid = uid;
        this.deviceId = deviceId;
        this.token = token;
        this.turn = new AtomicInteger(firstNode);
        this.line = new EventLine(network, deviceId, token, firstNode, events);
    }

    public String uid() {
        return uid;
    }

    /** Returns the watch over the numbers of events. */
    public SequenceCheck numbers() {
        return line.numbers();
    }

    /** Connects, and from then on again whenever the connection is lost; completes with the hub's first greeting. */
    public CompletableFuture<@Nullable Void> connect() {
        return line.connect();
    }

    public CompletableFuture<Call> initiate(String sessionId, CallRequest request) {
        return post("v1/calls", WireCodec.write(new WireCommand.Initiate(sessionId, request)));
    }

    public CompletableFuture<Call> ringing(String sessionId) {
        return post(path(sessionId, "/ringing"), NOTHING);
    }

    public CompletableFuture<Call> accept(String sessionId) {
        return post(path(sessionId, "/accept"), NOTHING);
    }

    public CompletableFuture<Call> reject(String sessionId, CallStatus status) {
        return post(path(sessionId, "/reject"), WireCodec.write(new WireCommand.Reject(status)));
    }

    public CompletableFuture<Call> end(String sessionId) {
        return post(path(sessionId, "/end"), NOTHING);
    }

    /** Returns a call as it now stands. */
    public CompletableFuture<Call> call(String sessionId) {
        return request(path(sessionId, ""), null).thenApply(Decoding.of(WireCodec::readCall));
    }

    /** Fetches a call token and joins the session with it. */
    public CompletableFuture<ServerFrame.Answer> join(String sessionId) {
        return request(path(sessionId, "/token"), NOTHING)
                .thenApply(Decoding.of(WireCodec::readToken))
                .thenCompose(this::join);
    }

    /** Closes the connection, without a word to the hub. */
    @Override
    public void close() {
        line.close();
    }

    private CompletableFuture<ServerFrame.Answer> join(CallToken callToken) {
        WireCommand join = new WireCommand.Join(callToken.sessionId(), callToken.token(), false, false);
        return persist(() -> line.send(join));
    }

    private CompletableFuture<Call> post(String path, String body) {
        return request(path, body).thenApply(Decoding.of(WireCodec::readCall));
    }

    private CompletableFuture<String> request(String path, @Nullable String body) {
        return persist(() -> http.send(network.node(turn.get()), path, token, deviceId, body));
    }

    private <T> CompletableFuture<T> persist(Supplier<CompletableFuture<T>> attempt) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        attempt(answer, attempt, MOST_ATTEMPTS);
        return answer;
    }

    private <T> void attempt(CompletableFuture<T> answer, Supplier<CompletableFuture<T>> attempt, int left) {
        var unused = attempt.get().whenComplete((value, failure) -> {
            if (failure == null) {
                answer.complete(value);
            } else if (left > 0 && isPassing(failure)) {
                network.countRetry();
                turn.incrementAndGet();
                network.after(PAUSE, () -> attempt(answer, attempt, left - 1));
            } else {
                answer.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
    }

    private static boolean isPassing(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof CallException refusal
                && switch (refusal.code()) {
                    case ERR_CONNECTION_LOST, ERR_UNAVAILABLE -> true;
                    default -> false;
                };
    }

    private static String path(String sessionId, String rest) {
        return "v1/calls/" + sessionId + rest;
    }
}
