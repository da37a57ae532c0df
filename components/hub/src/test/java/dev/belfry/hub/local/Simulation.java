package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.control.CallController.WaitingPolicy;
import dev.belfry.hub.service.HubStore;
import dev.belfry.testkit.FakeScheduler;
import dev.belfry.testkit.VirtualNetwork;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A random evening on a bad network, in no time. Everything follows from the seed. Afterwards the weather clears, and
 * what was decided must be the same for everybody.
 */
final class Simulation extends Evening {
    private static final Duration QUIESCENCE = Duration.ofSeconds(80);

    private final FakeScheduler time = new FakeScheduler();
    private final VirtualNetwork network;
    private final LocalHub hub;
    private int messages;

    Simulation(long seed, HubStore store) {
        super(seed, "");
        network = new VirtualNetwork(time, random.nextLong());
        hub = LocalHub.builder()
                .clock(time, time)
                .store(store)
                .link(network::carry)
                .ids(() -> "m" + messages++)
                .user("a", "Alice")
                .user("b", "Bob")
                .user("c", "Carol")
                .group(group(), "Team", people().toArray(String[]::new))
                .build();
    }

    /** Plays it and checks how it ends; returns what each device heard, in order. */
    List<String> run() {
        arrive();
        time.runReady();
        network.weather(new VirtualNetwork.Weather(
                random.nextDouble(0.3), random.nextDouble(0.3), Duration.ofMillis(random.nextInt(1, 2_000))));
        for (int steps = random.nextInt(4, 16); steps > 0; steps--) {
            step();
            time.advance(pause());
        }
        network.weather(VirtualNetwork.Weather.FAIR);
        survivors().forEach(this::heal);
        time.advance(QUIESCENCE);
        new Agreement(this::await, survivors(), sessions).check();
        close();
        return handsets.stream()
                .map(handset -> handset.address + " " + handset.heard.events())
                .toList();
    }

    @Override
    protected Handset make(String uid, String deviceId, WaitingPolicy policy) {
        return new Handset(
                hub.connect(uid, deviceId),
                deviceId,
                time,
                time,
                this::newSession,
                builder -> builder.waitingPolicy(policy));
    }

    @Override
    protected void cut(Handset handset) {
        network.cut(handset.address);
    }

    @Override
    protected void heal(Handset handset) {
        network.heal(handset.address);
    }

    private void await(CompletableFuture<?> answer) {
        time.runReady();
        assertThat(answer).isCompleted();
    }

    private void close() {
        for (Handset handset : handsets) {
            handset.controller.close();
            handset.line.close();
        }
        hub.close();
        time.advance(Duration.ofMinutes(4));
        assertThat(time.pending()).isZero();
    }
}
