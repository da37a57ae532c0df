package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.hub.store.PostgresServer;
import dev.belfry.hub.store.WithPostgres;
import dev.belfry.signaling.wire.AdminCodec;
import dev.belfry.signaling.wire.AdminMessage.GuestLink;
import dev.belfry.signaling.wire.ServerFrame;
import dev.belfry.signaling.wire.WireCodec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    @TempDir
    private Path directory;

    @Test
    void a_hub_on_files_goes_on_where_it_was() throws Exception {
        String token;
        GuestLink used;
        GuestLink unused;
        try (TestHub hub = TestHub.start(builder -> builder.data(directory).limits(Generous.LIMITS))) {
            assertThat(hub.post(TestHub.API_KEY, "/v1/users", "{\"uid\":\"dora\",\"name\":\"Dora\"}")
                            .status())
                    .isEqualTo(200);
            token = hub.token("dora");
            hub.call("alice", "s1", "dora");
            used = link(hub);
            unused = link(hub);
            assertThat(begin(hub, used).status()).isEqualTo(200);
        }
        try (HubServer server =
                HubServer.builder().data(directory).limits(Generous.LIMITS).start()) {
            TestHub hub = new TestHub(server);
            assertThat(WireCodec.readCall(hub.get(token, "/v1/calls/s1").body()).status())
                    .isEqualTo(CallStatus.INITIATED);
            assertThat(WireCodec.readGroup(hub.getAs("alice", "/v1/groups/team").body())
                            .membersCount())
                    .isEqualTo(2);
            assertThat(begin(hub, used).status()).isEqualTo(401);
            assertThat(begin(hub, unused).status()).isEqualTo(200);
        }
    }

    @Test
    void two_nodes_on_one_database_are_one_hub() throws Exception {
        PostgresServer postgres = POSTGRES.server();
        String database = postgres.newDatabase();
        try (TestHub first = node(database, "node-1");
                TestHub second = node(database, "node-2")) {
            EventClient alice = EventClient.open(first, "alice", 1);
            EventClient bob = EventClient.open(second, "bob", 1);
            assertThat(alice.await(ServerFrame.Hello.class).node()).isEqualTo("node-1");
            assertThat(bob.await(ServerFrame.Hello.class).node()).isEqualTo("node-2");

            first.call("alice", "s1", "bob");
            bob.await(ServerFrame.Delivered.class);
            assertThat(second.post(first.token("bob"), "/v1/calls/s1/accept", "")
                            .status())
                    .isEqualTo(200);
            await().atMost(EventClient.LIMIT).until(() -> !alice.numbers().isEmpty());
            String joined = WireCodec.readToken(
                            second.postAs("bob", "/v1/calls/s1/token", "").body())
                    .token();
            assertThat(joined).isNotEmpty();
            assertThat(first.get(null, "/health").status()).isEqualTo(200);
            assertThat(WireCodec.readUser(first.getAs("alice", "/v1/users/bob").body())
                            .online())
                    .isTrue();
        }
    }

    @Test
    void of_two_who_hand_in_a_code_at_two_nodes_one_gets_in() throws Exception {
        String database = POSTGRES.server().newDatabase();
        try (TestHub first = node(database, "node-1");
                TestHub second = node(database, "node-2")) {
            GuestLink link = link(first);
            List<Integer> statuses =
                    List.of(begin(first, link).status(), begin(second, link).status());
            assertThat(statuses).containsExactly(200, 401);
        }
    }

    private static TestHub node(String database, String name) throws CallException {
        PostgresServer postgres = POSTGRES.server();
        return TestHub.start(builder ->
                builder.jdbc(database, postgres.user(), "").node(name).limits(Generous.LIMITS));
    }

    private static GuestLink link(TestHub hub) throws Exception {
        return AdminCodec.readGuestLink(
                hub.post(TestHub.API_KEY, "/v1/guest-links", "{\"receiverId\":\"bob\",\"receiverType\":\"user\"}")
                        .body());
    }

    private static TestHub.Answer begin(TestHub hub, GuestLink link) throws Exception {
        return hub.post(null, "/v1/guest-sessions", "{\"code\":\"" + link.code() + "\"}");
    }
}
