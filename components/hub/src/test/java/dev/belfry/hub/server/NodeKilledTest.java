package dev.belfry.hub.server;

import static dev.belfry.hub.server.Phone.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.ParticipantLeft;
import dev.belfry.call.spi.SignalingEvent.ParticipantMuted;
import dev.belfry.hub.store.JdbcHubStore;
import dev.belfry.hub.store.PostgresServer;
import dev.belfry.hub.store.WithPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of a hub are killed; its users' devices go on with another, and so does what the dead one had begun. */
class NodeKilledTest {
    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    private static final int NODES = 3;
    private static final Duration TO_RESUME = Duration.ofSeconds(5);
    private static final Duration RINGING = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    private final List<HubNode> nodes = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        PostgresServer postgres = POSTGRES.server();
        String database = postgres.newDatabase();
        JdbcHubStore.postgres(database, postgres.user(), "").open().close();
        for (int i = 0; i < NODES; i++) {
            nodes.add(HubNode.start(database, postgres.user(), folder.resolve("errors-" + i)));
        }
        for (HubNode node : nodes) {
            node.awaitUp();
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(HubNode::close);
    }

    @Test
    void devices_go_on_with_another_node_and_the_call_goes_on_there() throws Exception {
        try (Phone alice = phone("alice");
                Phone bob = phone("bob")) {
            killWhileItRings(alice, bob);
            killInACall(alice, bob);
        }
    }

    private void killWhileItRings(Phone alice, Phone bob) throws Exception {
        long begun = System.nanoTime();
        get(alice.line.initiate("s1", CallRequest.audio("bob").withTimeout(RINGING)));
        bob.awaitChange("s1", CallChange.INCOMING);
        get(bob.line.ringing("s1"));
        alice.awaitChange("s1", CallChange.REMOTE_RINGING);

        kill(nodes.get(0), alice, bob);
        assertThat(alice.call("s1").status()).isEqualTo(CallStatus.INITIATED);

        alice.awaitChange("s1", CallChange.REJECTED);
        bob.awaitChange("s1", CallChange.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(RINGING, RINGING.plus(TO_RESUME));
        assertThat(alice.call("s1").status()).isEqualTo(CallStatus.UNANSWERED);
        assertThat(alice.changes("s1")).containsExactly(CallChange.REMOTE_RINGING, CallChange.REJECTED);
        assertThat(bob.changes("s1")).containsExactly(CallChange.INCOMING, CallChange.CANCELLED);
    }

    private void killInACall(Phone alice, Phone bob) throws Exception {
        get(bob.line.initiate("s2", CallRequest.video("alice")));
        alice.awaitChange("s2", CallChange.INCOMING);
        get(alice.line.accept("s2"));
        bob.awaitChange("s2", CallChange.ACCEPTED);
        alice.join("s2");
        bob.join("s2");

        kill(nodes.get(1), alice, bob);
        get(alice.line.mute("s2", true, false));
        bob.awaitEvent(ParticipantMuted.class);
        assertThat(alice.call("s2").status()).isEqualTo(CallStatus.ONGOING);
        get(bob.line.end("s2"));
        alice.awaitChange("s2", CallChange.ENDED);

        assertThat(bob.count(ParticipantMuted.class)).isEqualTo(1);
        assertThat(alice.count(ParticipantLeft.class) + bob.count(ParticipantLeft.class))
                .isZero();
        assertThat(alice.changes("s2")).containsExactly(CallChange.INCOMING, CallChange.ENDED);
        assertThat(bob.changes("s2")).containsExactly(CallChange.ACCEPTED);
    }

    /** Kills the node that both are connected to; both have to be connected to another soon. */
    private static void kill(HubNode node, Phone... phones) throws Exception {
        List<Integer> before = new ArrayList<>();
        for (Phone phone : phones) {
            before.add(connections(phone));
        }
        node.kill();
        for (int i = 0; i < phones.length; i++) {
            Phone phone = phones[i];
            int more = before.get(i) + 1;
            await().atMost(TO_RESUME).until(() -> connections(phone) == more);
        }
    }

    private static int connections(Phone phone) {
        return Collections.frequency(phone.states, ConnectionState.CONNECTED);
    }

    private Phone phone(String uid) throws Exception {
        URI[] others = nodes.stream().skip(1).map(HubNode::uri).toArray(URI[]::new);
        return Phone.connect(nodes.get(0).token(uid), nodes.get(0).uri(), others);
    }
}
