package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.control.CallController.WaitingPolicy;
import dev.belfry.hub.service.HubStore;
import dev.belfry.testkit.FakeScheduler;
import dev.belfry.testkit.VirtualNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One random evening of two to four devices on a bad network: their users call, accept, decline, cancel, hang up and
 * click twice, devices lose the line and crash. Everything follows from the seed. Afterwards the weather clears, and
 * what was decided must be the same for everybody.
 */
final class Simulation {
    private static final List<String> LAYOUTS = List.of("ab", "abb", "aabb", "abc", "abbc");
    private static final Duration QUIESCENCE = Duration.ofSeconds(80);

    private final SplittableRandom random;
    private final FakeScheduler time = new FakeScheduler();
    private final VirtualNetwork network;
    private final LocalHub hub;
    private final List<Handset> handsets = new ArrayList<>();
    private final Set<String> crashed = new HashSet<>();
    private final Set<String> sessions = new LinkedHashSet<>();
    private int messages;

    Simulation(long seed, HubStore store) {
        random = new SplittableRandom(seed);
        network = new VirtualNetwork(time, random.nextLong());
        hub = LocalHub.builder()
                .clock(time, time)
                .store(store)
                .link(network::carry)
                .ids(() -> "m" + messages++)
                .user("a", "Alice")
                .user("b", "Bob")
                .user("c", "Carol")
                .group("team", "Team", "a", "b", "c")
                .build();
    }

    /** Plays it and checks how it ends; returns what each device heard, in order. */
    List<String> run() {
        String layout = LAYOUTS.get(random.nextInt(LAYOUTS.size()));
        for (int i = 0; i < layout.length(); i++) {
            start(layout.substring(i, i + 1), "d" + i);
        }
        time.runReady();
        network.weather(new VirtualNetwork.Weather(
                random.nextDouble(0.3), random.nextDouble(0.3), Duration.ofMillis(random.nextInt(1, 2_000))));
        for (int steps = random.nextInt(4, 16); steps > 0; steps--) {
            step();
            boolean pause = random.nextInt(3) > 0;
            time.advance(
                    pause ? Duration.ofMillis(random.nextInt(random.nextBoolean() ? 500 : 12_000)) : Duration.ZERO);
        }
        network.weather(VirtualNetwork.Weather.FAIR);
        handsets.stream().filter(this::lives).forEach(handset -> network.heal(handset.address));
        time.advance(QUIESCENCE);
        List<Handset> survivors = handsets.stream().filter(this::lives).toList();
        new Agreement(time, survivors, sessions).check();
        close();
        return handsets.stream()
                .map(handset -> handset.address + " " + handset.heard.events())
                .toList();
    }

    private void start(String uid, String deviceId) {
        WaitingPolicy policy = random.nextInt(4) == 0 ? WaitingPolicy.BUSY : WaitingPolicy.CALL_WAITING;
        handsets.add(new Handset(hub, time, uid, deviceId, this::newId, builder -> builder.waitingPolicy(policy)));
    }

    private String newId() {
        String id = "s" + Long.toHexString(random.nextLong());
        sessions.add(id);
        return id;
    }

    private void step() {
        Handset handset = handsets.get(random.nextInt(handsets.size()));
        if (!lives(handset)) {
            return;
        }
        switch (random.nextInt(20)) {
            case 0 -> network.cut(handset.address);
            case 1 -> network.heal(handset.address);
            case 2 -> crash(handset);
            default -> act(handset, random.nextInt(5) == 0 ? 2 : 1);
        }
    }

    private void crash(Handset handset) {
        if (random.nextInt(4) == 0) {
            network.cut(handset.address);
            crashed.add(handset.address);
        }
    }

    private boolean lives(Handset handset) {
        return !crashed.contains(handset.address);
    }

    private void act(Handset handset, int clicks) {
        String session = handset.now().sessionId();
        for (int i = 0; i < clicks; i++) {
            switch (handset.phase()) {
                case IDLE, ENDED ->
                    handset.call(request(handset.line.localUser().uid()));
                case INCOMING -> answer(handset, session);
                case DIALING, OUTGOING -> {
                    if (random.nextBoolean() && session != null) {
                        handset.reject(session, CallStatus.CANCELLED);
                    }
                }
                case CONNECTING, ONGOING -> {
                    if (random.nextInt(3) == 0 && session != null) {
                        handset.end(session);
                    } else if (!handset.now().waiting().isEmpty()) {
                        answer(handset, handset.now().waiting().get(0).sessionId());
                    }
                }
            }
        }
    }

    private void answer(Handset handset, @Nullable String session) {
        if (session == null || random.nextInt(4) == 0) {
            return;
        }
        if (random.nextInt(3) > 0) {
            handset.accept(session);
        } else {
            handset.reject(session, CallStatus.REJECTED);
        }
    }

    private CallRequest request(String uid) {
        if (random.nextInt(6) == 0) {
            return CallRequest.group("team", CallType.AUDIO).withTimeout(Duration.ofSeconds(20));
        }
        List<String> others = List.of("a", "b", "c").stream()
                .filter(other -> !other.equals(uid))
                .toList();
        return CallRequest.audio(others.get(random.nextInt(2))).withTimeout(Duration.ofSeconds(random.nextInt(5, 46)));
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
