package dev.belfry.hub.server;

import static dev.belfry.hub.server.Phone.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.ParticipantLeft;
import dev.belfry.call.spi.SignalingEvent.ParticipantMuted;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network is away for ten seconds, of the system's clock. */
class NetworkCutTest {
    private static final Duration AWAY = Duration.ofSeconds(10);

    private final List<AutoCloseable> open = new ArrayList<>();
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        hub = TestHub.start(builder -> builder.limits(Generous.LIMITS)
                .user("dora", "Dora")
                .user("emil", "Emil")
                .user("fred", "Fred"));
        open.add(hub);
    }

    @AfterEach
    void stop() throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
    }

    @Test
    void nothing_is_lost_while_it_rings_or_in_a_call() throws Exception {
        Wire callers = wire();
        Wire receivers = wire();
        Wire talkers = wire();
        Phone alice = phone("alice", callers);
        Phone bob = phone("bob", wire());
        ring(alice, bob, "s1");
        Phone carol = phone("carol", wire());
        Phone dora = phone("dora", receivers);
        ring(carol, dora, "s2");
        Phone emil = phone("emil", talkers);
        Phone fred = phone("fred", wire());
        ring(emil, fred, "s3");
        get(fred.line.accept("s3"));
        emil.awaitChange("s3", CallChange.ACCEPTED);
        String to = emil.join("s3");
        fred.join("s3");
        List<Wire> cut = List.of(callers, receivers, talkers);

        cut.forEach(Wire::cut);
        get(bob.line.accept("s1"));
        get(fred.line.relay("s3", to, new PeerMessage.EndOfCandidates("ice")));
        get(fred.line.mute("s3", true, false));
        await().pollDelay(AWAY).atMost(AWAY.multipliedBy(2)).until(() -> true);
        cut.forEach(Wire::heal);

        alice.awaitChange("s1", CallChange.ACCEPTED);
        alice.join("s1");
        bob.join("s1");
        assertThat(alice.call("s1").status()).isEqualTo(CallStatus.ONGOING);
        assertThat(alice.changes("s1")).containsOnlyOnce(CallChange.ACCEPTED);

        get(dora.line.accept("s2"));
        carol.awaitChange("s2", CallChange.ACCEPTED);
        assertThat(dora.changes("s2")).containsExactly(CallChange.INCOMING);

        emil.awaitEvent(ParticipantMuted.class);
        assertThat(emil.count(PeerMessageReceived.class)).isEqualTo(1);
        assertThat(emil.count(ParticipantMuted.class)).isEqualTo(1);
        assertThat(emil.count(ParticipantLeft.class)).isZero();
        get(emil.line.end("s3"));
        fred.awaitChange("s3", CallChange.ENDED);
        assertThat(fred.count(ParticipantLeft.class)).isZero();
    }

    private void ring(Phone from, Phone to, String session) throws Exception {
        get(from.line.initiate(session, CallRequest.audio(to.line.localUser().uid())));
        to.awaitChange(session, CallChange.INCOMING);
        get(to.line.ringing(session));
        from.awaitChange(session, CallChange.REMOTE_RINGING);
    }

    private Wire wire() throws Exception {
        Wire wire = new Wire(hub.server.port());
        open.add(wire);
        return wire;
    }

    private Phone phone(String uid, Wire wire) throws Exception {
        Phone phone = Phone.connect(hub.token(uid), wire.uri());
        open.add(phone);
        return phone;
    }
}
