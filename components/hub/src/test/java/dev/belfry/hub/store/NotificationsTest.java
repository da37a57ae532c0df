package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.hub.service.NewEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class NotificationsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration NEVER = Duration.ofHours(1);

    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    @TempDir
    Path directory;

    private final Queue<String> heardByOne = new ConcurrentLinkedQueue<>();
    private final Queue<String> heardByTwo = new ConcurrentLinkedQueue<>();

    @Test
    void aNodeHearsWhatTheOthersTellAndNotWhatItToldItself() throws Exception {
        String database = POSTGRES.server().newDatabase();
        List<String> uids = IntStream.range(0, 2_000).mapToObj(i -> "user-" + i).toList();
        try (JdbcHubStore one = open(database);
                JdbcHubStore two = open(database);
                Notifications first = Notifications.start(one, "n1", Set::of, heardByOne::add, NEVER);
                Notifications second = Notifications.start(two, "n2", Set::of, heardByTwo::add, NEVER)) {
            untilConnected(first, second);
            heardByTwo.clear();
            uids.forEach(uid -> first.tell(of(uid)));
            await().atMost(LIMIT).until(() -> heardByTwo.containsAll(uids));
            assertThat(heardByTwo).containsExactlyElementsOf(uids);
            assertThat(heardByOne).containsOnly("ready");
        }
    }

    private static NewEvents of(String uid) {
        return new NewEvents(uid, List.of());
    }

    private void untilConnected(Notifications first, Notifications second) {
        await().atMost(LIMIT).until(() -> {
            second.tell(of("ready"));
            return heardByOne.contains("ready");
        });
        await().atMost(LIMIT).until(() -> {
            first.tell(of("ready"));
            return heardByTwo.contains("ready");
        });
        first.tell(of("last"));
        await().atMost(LIMIT).until(() -> heardByTwo.contains("last"));
    }

    @Test
    void whatNobodyToldIsFoundByComparison() throws Exception {
        String database = POSTGRES.server().newDatabase();
        try (JdbcHubStore one = open(database);
                JdbcHubStore two = open(database);
                Notifications hearing =
                        Notifications.start(two, "n2", () -> Set.of("bob"), heardByTwo::add, Duration.ofMillis(50))) {
            one.transact(in -> {
                in.append(Records.draft("bob", "x"));
                in.append(Records.draft("carol", "x"));
                return true;
            });
            await().atMost(LIMIT).until(() -> heardByTwo.contains("bob"));
            assertThat(heardByTwo).doesNotContain("carol");
            assertThat(hearing).isNotNull();
        }
    }

    @Test
    void aClosedOneLeavesNoThreads() throws Exception {
        String database = POSTGRES.server().newDatabase();
        try (JdbcHubStore store = open(database)) {
            Notifications notifications = Notifications.start(store, "n1", Set::of, heardByOne::add);
            notifications.close();
            notifications.tell(of("bob"));
            await().atMost(LIMIT)
                    .until(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().equals("belfry-hub-listen")
                                    || thread.getName().equals("belfry-hub-notify")));
        }
    }

    @Test
    void onADatabaseOfItsOwnANodeHasNobodyToTell() throws Exception {
        try (JdbcHubStore store = JdbcHubStore.h2(directory).open();
                Notifications notifications = Notifications.start(store, "n1", Set::of, heardByOne::add)) {
            notifications.tell(of("bob"));
            assertThat(heardByOne).isEmpty();
        }
    }

    private static JdbcHubStore open(String database) throws Exception {
        return JdbcHubStore.postgres(database, POSTGRES.server().user(), "")
                .poolSize(2)
                .open();
    }
}
