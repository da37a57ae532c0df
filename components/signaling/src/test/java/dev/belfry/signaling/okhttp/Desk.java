package dev.belfry.signaling.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallException;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.testkit.FakeScheduler;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Alice's device, on real sockets but with its clock and its executor in the test's hand: nothing happens on it but
 * within {@link #until} and {@link #passes}.
 */
final class Desk implements SignalingListener, AutoCloseable {
    static final User ALICE = User.of("alice", "Alice");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    final FakeScheduler time = new FakeScheduler();
    final List<String> heard = new ArrayList<>();
    final OkHttpSignaling line;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Duration> delays = new ArrayList<>();
    private int tokens;
    private String failing = "";

    Desk(ScriptedHub... hubs) {
        this(builder -> builder, Stream.of(hubs).map(ScriptedHub::uri).toList());
    }

    Desk(UnaryOperator<OkHttpSignalingBuilder> options, List<URI> hubs) {
        URI[] others = hubs.subList(1, hubs.size()).toArray(URI[]::new);
        line = options.apply(OkHttpSignaling.builder(hubs.get(0), others)
                        .deviceId("desk")
                        .tokens(() -> CompletableFuture.completedFuture(token(++tokens)))
                        .clock(new Noting(), tasks::add)
                        .random(() -> 0.2))
                .build(ALICE);
    }

    /** Returns the n-th token that the host gives. */
    static String token(int number) {
        return jwt("{\"sub\":\"alice\",\"jti\":\"" + number + "\"}");
    }

    static String jwt(String claims) {
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return "e30." + payload + ".c2ln";
    }

    /** Connects, and lets the hub greet the device after its event with that number. */
    ScriptedHub.Connection connected(ScriptedHub hub, long since) {
        line.connect(this);
        ScriptedHub.Connection connection = connection(hub, 1);
        connection.hello(since);
        until(() -> heard.contains("CONNECTED"));
        return connection;
    }

    /** Waits for the n-th connection to a hub. */
    ScriptedHub.Connection connection(ScriptedHub hub, int number) {
        until(() -> hub.connections().size() >= number);
        return hub.connections().get(number - 1);
    }

    /** Lets the device work until something is so. */
    void until(Callable<Boolean> condition) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(LIMIT)
                .until(() -> {
                    work();
                    return condition.call();
                });
    }

    /** Lets time pass on the device. */
    void passes(Duration duration) {
        work();
        time.advance(duration);
        work();
    }

    void passes(int millis) {
        passes(Duration.ofMillis(millis));
    }

    /** Waits until the device waits for that long, which it has not been seen to yet. */
    void waits(int millis) {
        until(() -> delays.remove(Duration.ofMillis(millis)));
    }

    /** Lets the listener fail on an event. */
    void failsOn(String messageId) {
        failing = messageId;
    }

    /** Waits for an answer. */
    <T> T answer(CompletableFuture<T> future) throws ExecutionException, InterruptedException {
        until(future::isDone);
        return future.get();
    }

    /** Waits for a failure. */
    void fails(CompletableFuture<?> future, ErrorCode code) {
        until(future::isDone);
        assertThat(future)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        CallException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    /** Returns how many tokens the host was asked for. */
    int tokens() {
        return tokens;
    }

    @Override
    public void onEvent(SignalingEvent event) {
        heard.add(event.header().messageId());
        if (event.header().messageId().equals(failing)) {
            throw new IllegalStateException("a host's mistake");
        }
    }

    @Override
    public void onConnectionState(ConnectionState state) {
        heard.add(state.name());
    }

    @Override
    public void close() {
        line.close();
        work();
        assertThat(time.pending()).as("timers left").isZero();
    }

    /** The test's clock; notes how long the device wants to wait. */
    private final class Noting implements Scheduler {
        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            delays.add(delay);
            return time.schedule(delay, task);
        }
    }

    private void work() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        time.runReady();
        if (!tasks.isEmpty()) {
            work();
        }
    }
}
