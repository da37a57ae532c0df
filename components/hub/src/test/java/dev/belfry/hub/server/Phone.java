package dev.belfry.hub.server;

import static org.awaitility.Awaitility.await;

import dev.belfry.call.Call;
import dev.belfry.call.CallToken;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.signaling.okhttp.OkHttpSignaling;
import dev.belfry.signaling.okhttp.OkHttpSignalingBuilder;
import dev.belfry.signaling.okhttp.TokenSource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A user's line over a real network, with all that it told. Thread-safe. */
final class Phone implements SignalingListener, AutoCloseable {
    final List<SignalingEvent> events = new CopyOnWriteArrayList<>();
    final List<ConnectionState> states = new CopyOnWriteArrayList<>();
    final OkHttpSignaling line;

    private Phone(OkHttpSignaling line) {
        this.line = line;
    }

    /** Signs a user in at the first of these nodes that answers, and connects. */
    static Phone connect(String token, URI node, URI... others) throws Exception {
        return connect(token, builder -> builder, node, others);
    }

    static Phone connect(String token, UnaryOperator<OkHttpSignalingBuilder> with, URI node, URI... others)
            throws Exception {
        Phone phone =
                new Phone(get(with.apply(OkHttpSignaling.builder(node, others).tokens(TokenSource.of(token)))
                        .signIn()));
        phone.line.connect(phone);
        phone.awaitConnected();
        return phone;
    }

    static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(EventClient.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Fetches a call token and joins; returns the id of the participation. */
    String join(String sessionId) throws Exception {
        CallToken token = get(line.token(sessionId));
        return get(line.join(token, false, false)).stream()
                .filter(Participant::isLocalUser)
                .findFirst()
                .orElseThrow()
                .id();
    }

    Call call(String sessionId) throws Exception {
        return get(line.call(sessionId));
    }

    boolean isConnected() {
        return !states.isEmpty() && states.get(states.size() - 1) == ConnectionState.CONNECTED;
    }

    void awaitConnected() {
        await().atMost(EventClient.LIMIT).until(this::isConnected);
    }

    /** Waits for a change of a call. */
    void awaitChange(String sessionId, CallChange change) {
        await().atMost(EventClient.LIMIT).until(() -> changes(sessionId).contains(change));
    }

    void awaitEvent(Class<? extends SignalingEvent> type) {
        await().atMost(EventClient.LIMIT).until(() -> events.stream().anyMatch(type::isInstance));
    }

    /** What this device was told of a call, in order. */
    List<CallChange> changes(String sessionId) {
        return events.stream()
                .filter(CallChanged.class::isInstance)
                .filter(event -> event.header().sessionId().equals(sessionId))
                .map(event -> ((CallChanged) event).change())
                .toList();
    }

    /** How many events of a kind came. */
    long count(Class<? extends SignalingEvent> type) {
        return events.stream().filter(type::isInstance).count();
    }

    @Override
    public void onEvent(SignalingEvent event) {
        events.add(event);
    }

    @Override
    public void onConnectionState(ConnectionState state) {
        states.add(state);
    }

    @Override
    public void close() {
        line.close();
    }
}
