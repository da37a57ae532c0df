package dev.belfry.hub.server;

import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallException;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.call.control.CallController.WaitingPolicy;
import dev.belfry.hub.local.Agreement;
import dev.belfry.hub.local.Evening;
import dev.belfry.hub.local.Handset;
import dev.belfry.signaling.okhttp.OkHttpSignaling;
import dev.belfry.signaling.okhttp.TokenSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;

/**
 * A random evening over real sockets. Each device is behind a wire of its own, which leads to one node of the hub or the
 * other. What happens follows from the seed; how long the network and the machine take does not.
 */
final class SocketEvening extends Evening implements AutoCloseable {
    private static final Duration LOGIN = Duration.ofHours(12);
    private static final Duration QUIESCENCE = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<HubServer> nodes;
    private final HurriedClock time;
    private final OkHttpClient http;
    private final Map<String, Wire> wires = new HashMap<>();

    /**
     * Creates an evening of users whom no other evening knows.
     *
     * @param time a clock that shows the nodes' time
     */
    SocketEvening(long seed, List<HubServer> nodes, HurriedClock time, OkHttpClient http) throws CallException {
        super(seed, "-" + seed);
        this.nodes = nodes;
        this.time = time;
        this.http = http;
        for (String uid : people()) {
            nodes.get(0).accounts().put(User.of(uid, uid));
        }
        nodes.get(0).accounts().put(new Group(group(), "Team", null, people().size()), people());
    }

    /** Plays it and checks how it ends. */
    void run() {
        time.run(this::arrive);
        int steps = random.nextInt(4, 16);
        for (int i = 0; i < steps; i++) {
            time.run(this::step);
            time.await(pause());
        }
        survivors().forEach(this::heal);
        time.await(QUIESCENCE);
        Agreement agreement = new Agreement(SocketEvening::answered, survivors(), sessions);
        await().atMost(LIMIT).untilAsserted(agreement::check);
    }

    @Override
    protected Handset make(String uid, String deviceId, WaitingPolicy policy) {
        try {
            Wire wire = new Wire(node().port());
            wires.put(uid + "/" + deviceId, wire);
            OkHttpSignaling line = OkHttpSignaling.builder(wire.uri())
                    .tokens(TokenSource.of(nodes.get(0).issueToken(uid, LOGIN)))
                    .deviceId(deviceId)
                    .http(http)
                    .clock(time, time)
                    .build(User.of(uid, uid));
            return new Handset(line, deviceId, time, time, this::newSession, builder -> builder.waitingPolicy(policy));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The line is silent, or breaks and leads to any node from then on. */
    @Override
    protected void disturb(Handset handset) {
        if (random.nextBoolean()) {
            cut(handset);
        } else {
            wire(handset).moveTo(node().port());
        }
    }

    @Override
    protected void cut(Handset handset) {
        wire(handset).cut();
    }

    @Override
    protected void heal(Handset handset) {
        wire(handset).heal();
    }

    @Override
    public void close() {
        time.run(() -> handsets.forEach(handset -> {
            handset.controller.close();
            handset.line.close();
        }));
        wires.values().forEach(Wire::close);
    }

    private static void answered(CompletableFuture<?> answer) {
        try {
            answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError("the hub does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private Wire wire(Handset handset) {
        return Objects.requireNonNull(wires.get(handset.address));
    }

    private HubServer node() {
        return nodes.get(random.nextInt(nodes.size()));
    }
}
