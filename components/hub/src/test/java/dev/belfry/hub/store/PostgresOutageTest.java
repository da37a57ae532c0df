package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.service.NewEvents;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL goes and comes back. */
class PostgresOutageTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    @Test
    void aServerThatRestartsIsATypedErrorMeanwhileAndNothingIsLost() throws Exception {
        PostgresServer server = POSTGRES.server();
        try (JdbcHubStore store = JdbcHubStore.postgres(server.newDatabase(), server.user(), "")
                .poolSize(3)
                .open()) {
            append(store);
            server.stop();
            try {
                assertUnavailable(() -> append(store));
                assertUnavailable(() -> store.read(in -> in.head("bob")));
                assertUnavailable(() -> store.heads(List.of("bob")));
            } finally {
                server.start();
            }
            await().atMost(LIMIT).ignoreExceptions().until(() -> {
                append(store);
                return true;
            });
            assertThat(store.heads(List.of("bob")).get("bob")).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void nodesFindEachOthersEventsAgainAfterTheServerRestarted() throws Exception {
        PostgresServer server = POSTGRES.server();
        String database = server.newDatabase();
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (JdbcHubStore one = JdbcHubStore.postgres(database, server.user(), "")
                        .poolSize(3)
                        .open();
                JdbcHubStore two = JdbcHubStore.postgres(database, server.user(), "")
                        .poolSize(3)
                        .open();
                Notifications sending = Notifications.start(one, "n1", Set::of, uid -> {}, Duration.ofHours(1));
                Notifications hearing =
                        Notifications.start(two, "n2", () -> Set.of("bob"), heard::add, Duration.ofHours(1))) {
            await().atMost(LIMIT).until(() -> heardAfter(one, sending, heard));

            server.stop();
            server.start();
            await().atMost(LIMIT).ignoreExceptions().until(() -> heardAfter(one, sending, heard));
            assertThat(hearing).isNotNull();
        }
    }

    private static boolean heardAfter(JdbcHubStore store, Notifications sending, Queue<String> heard)
            throws CallException {
        heard.clear();
        append(store);
        sending.tell(new NewEvents("bob", List.of()));
        await().atMost(Duration.ofSeconds(2)).until(() -> heard.contains("bob"));
        return true;
    }

    @Test
    void aServerThatIsNotThereIsATypedError() {
        assertUnavailable(() -> JdbcHubStore.postgres("jdbc:postgresql://127.0.0.1:1/none", "nobody", "secret")
                .open());
    }

    @Test
    void aTextThatTheDatabaseCannotHoldIsABadRequest() throws Exception {
        PostgresServer server = POSTGRES.server();
        try (JdbcHubStore store = JdbcHubStore.postgres(server.newDatabase(), server.user(), "")
                .poolSize(2)
                .open()) {
            assertThatThrownBy(() -> store.read(in -> in.head("bob\u0000")))
                    .isInstanceOfSatisfying(
                            CallException.class,
                            error -> assertThat(error.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST));
            assertThat(store.<Long>read(in -> in.head("'; DROP TABLE hub_mailboxes; --")))
                    .isZero();
        }
    }

    @Test
    void whoFindsNoFreeConnectionIsToldSo() throws Exception {
        PostgresServer server = POSTGRES.server();
        try (JdbcHubStore store = JdbcHubStore.postgres(server.newDatabase(), server.user(), "")
                .poolSize(2)
                .open()) {
            var connections = store.opened().jdbi();
            try (var first = connections.open();
                    var second = connections.open()) {
                assertThat(first.isInTransaction()).isEqualTo(second.isInTransaction());
                assertUnavailable(() -> store.read(in -> in.head("bob")));
            }
        }
    }

    private interface Task {
        void run() throws CallException;
    }

    private static void assertUnavailable(Task task) {
        assertThatThrownBy(task::run)
                .isInstanceOfSatisfying(
                        CallException.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE));
    }

    private static void append(JdbcHubStore store) throws CallException {
        store.transact(in -> {
            in.append(Records.draft("bob", "m"));
            return true;
        });
    }
}
