package dev.belfry.hub.server;

import static dev.belfry.hub.server.Phone.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.User;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SystemScheduler;
import dev.belfry.hub.local.Handset;
import dev.belfry.signaling.okhttp.OkHttpSignaling;
import dev.belfry.signaling.okhttp.TokenSource;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device's machine sleeps for a minute, while calls come and go. */
class SleepingDeviceTest {
    private static final Duration ASLEEP = Duration.ofSeconds(60);
    private static final Duration SHORTEST_RING = Duration.ofSeconds(5);

    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = TestHub.start(builder -> builder.limits(Generous.LIMITS).user("dora", "Dora"));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void nothing_rings_afterwards_that_is_over() throws Exception {
        try (Phone alice = Phone.connect(hub.token("alice"), hub.server.uri());
                Phone carol = Phone.connect(hub.token("carol"), hub.server.uri());
                Machine bobs = new Machine("bob");
                Machine doras = new Machine("dora")) {
            call(alice, "s1", "bob");
            await().atMost(EventClient.LIMIT).until(() -> bobs.handset.showsIncoming("s1"));
            bobs.fallAsleep();
            doras.fallAsleep();
            call(carol, "s2", "dora");
            alice.awaitChange("s1", CallChange.REJECTED);
            carol.awaitChange("s2", CallChange.REJECTED);
            bobs.wake();
            doras.wake();

            await().atMost(EventClient.LIMIT).until(() -> bobs.handset.phase() != CallPhase.INCOMING);
            assertThat(bobs.handset.heardOf("s1")).containsExactly("incoming", "cancelled UNANSWERED");
            assertThat(bobs.handset.ringer.sounding()).isEmpty();

            call(carol, "s3", "dora");
            await().atMost(EventClient.LIMIT).until(() -> doras.handset.showsIncoming("s3"));
            assertThat(doras.handset.heardOf("s2")).doesNotContain("incoming");
            assertThat(doras.handset.ringer.history()).noneMatch(sound -> sound.contains("s2"));
            get(carol.line.reject("s3", CallStatus.CANCELLED));
        }
    }

    private static void call(Phone from, String session, String to) throws Exception {
        get(from.line.initiate(session, CallRequest.audio(to).withTimeout(SHORTEST_RING)));
    }

    /** A user's machine. While it sleeps nothing comes in; what was sent to it waits. */
    private final class Machine implements AutoCloseable {
        private final ShiftedClock clock = new ShiftedClock();
        private final SystemScheduler thread = new SystemScheduler("machine");
        private final Wire wire = new Wire(hub.server.port());
        private final OkHttpSignaling line;
        private final Handset handset;

        Machine(String uid) throws Exception {
            line = OkHttpSignaling.builder(wire.uri())
                    .tokens(TokenSource.of(hub.token(uid)))
                    .clock(clock, thread)
                    .build(User.of(uid, uid));
            handset = new Handset(
                    line, "desk", clock, thread, () -> UUID.randomUUID().toString(), builder -> {});
            await().atMost(EventClient.LIMIT).until(() -> handset.now().connection() == ConnectionState.CONNECTED);
        }

        void fallAsleep() {
            wire.cut();
        }

        void wake() {
            clock.forward(ASLEEP);
            wire.heal();
        }

        @Override
        public void close() {
            handset.controller.close();
            line.close();
            wire.close();
            thread.close();
            clock.close();
        }
    }
}
