package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.hub.service.CallRecord;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.DeviceLine;
import dev.belfry.hub.service.EventEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class JdbcHubStoreTest {
    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    private static final int THREADS = 8;

    @TempDir
    Path directory;

    private final Backend backend;

    private JdbcHubStore store;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    JdbcHubStoreTest(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void open() throws Exception {
        store = backend.fresh(directory, POSTGRES.server()).open();
    }

    @AfterEach
    void close() throws Exception {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        store.close();
    }

    @Test
    void aCallThatCannotBeReadKeepsNoOtherWaiting() throws Exception {
        store.transact(in -> {
            in.insert(Records.ringing("s1", "alice", "bob"), Records.NOON);
            in.insert(Records.ringing("s2", "carol", "dave"), Records.NOON);
            return true;
        });
        store.opened()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE hub_calls SET body = 'of a later version' WHERE session_id = 's1'"));

        List<String> due = store.transact(in -> ids(in.takeDue(Records.NOON, 2)));
        List<String> dueThen = store.transact(in -> ids(in.takeDue(Records.NOON, 1)));

        assertThat(due).containsExactly("s2");
        assertThat(dueThen).as("the other is put off, and takes no place").containsExactly("s2");
    }

    @Test
    void theLocksOfUsersWithoutDevicesAreForgotten() throws Exception {
        store.transact(in -> {
            in.lock(List.of("alice", "bob"));
            in.put(new DeviceLine(new Device("bob", "desk"), 1, 0, true, null, null), Records.NOON);
            return true;
        });
        store.transact(in -> {
            in.prune(Records.NOON);
            return true;
        });
        List<String> left = store.opened()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT uid FROM hub_locks")
                        .mapTo(String.class)
                        .list());
        assertThat(left).containsExactly("bob");
        store.transact(in -> {
            in.lock(List.of("alice", "bob"));
            return true;
        });
    }

    @Test
    void eventsThatManyThreadsAppendAreNumberedWithoutGaps() throws Exception {
        together(thread -> {
            for (int i = 0; i < 25; i++) {
                String text = thread + "." + i;
                store.transact(in -> {
                    in.append(Records.draft("bob", text));
                    in.append(Records.draft("alice", text));
                    in.append(Records.draft("bob", text));
                    return true;
                });
            }
        });

        assertThat(numbers("alice")).containsExactlyElementsOf(upTo(THREADS * 25));
        assertThat(numbers("bob")).containsExactlyElementsOf(upTo(THREADS * 50));
        assertThat(store.heads(List.of("alice", "bob", "carol")))
                .containsOnly(Map.entry("alice", THREADS * 25L), Map.entry("bob", THREADS * 50L));
    }

    @Test
    void aRecordThatManyThreadsChangeGoesThroughEveryVersion() throws Exception {
        store.transact(in -> {
            in.insert(Records.ringing("s", "alice", "bob"), null);
            return true;
        });

        together(thread -> {
            for (int i = 0; i < 10; i++) {
                store.transact(in -> {
                    CallRecord before = in.call("s").orElseThrow();
                    in.compareAndSet(before, Records.next(before), null);
                    in.append(Records.draft("bob", "v" + before.version()));
                    return true;
                });
            }
        });

        assertThat(call("s").orElseThrow().version()).isEqualTo(1 + THREADS * 10);
        assertThat(store.read(in -> in.events("bob", 0)).stream()
                        .map(entry -> entry.draft().event().header().messageId()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, THREADS * 10)
                        .mapToObj(version -> "v" + version)
                        .toList());
    }

    @Test
    void transactionsThatLockUsersOfEachOtherGoOneAfterTheOther() throws Exception {
        Set<String> inside = ConcurrentHashMap.newKeySet();
        List<String> met = new ArrayList<>();
        together(thread -> {
            for (int i = 0; i < 10; i++) {
                List<String> uids = thread % 2 == 0 ? List.of("alice", "bob") : List.of("bob", "alice", "carol");
                store.transact(in -> {
                    in.lock(uids);
                    if (!inside.add("here")) {
                        synchronized (met) {
                            met.add("two at once");
                        }
                    }
                    in.head("bob");
                    inside.remove("here");
                    return true;
                });
            }
        });
        assertThat(met).isEmpty();
    }

    @Test
    void whatIsTakenByOneIsNotHandedToAnother() throws Exception {
        store.transact(in -> {
            for (int i = 0; i < 6; i++) {
                in.insert(Records.ringing("s" + i, "alice" + i, "bob"), Records.NOON.plusSeconds(i));
            }
            return true;
        });
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Future<List<String>> first = threads.submit(() -> store.transact(in -> {
            List<String> ids = ids(in.takeDue(Records.NOON.plusSeconds(9), 4));
            taken.countDown();
            await(looked);
            return ids;
        }));
        await(taken);
        List<String> second = store.transact(in -> ids(in.takeDue(Records.NOON.plusSeconds(9), 4)));
        looked.countDown();

        assertThat(first.get(60, TimeUnit.SECONDS)).containsExactly("s0", "s1", "s2", "s3");
        // H2 takes more than it hands out, and so leaves less to others meanwhile
        assertThat(second).isEqualTo(backend == Backend.H2 ? List.of() : List.of("s4", "s5"));
        Instant due = store.read(in -> Optional.ofNullable(in.nextDue())).orElseThrow();
        assertThat(due).isEqualTo(Records.NOON);
    }

    @Test
    void ofManyEventsTheLatestAreKept() throws Exception {
        store.close();
        store = backend.fresh(directory.resolve("few"), POSTGRES.server())
                .keptEvents(100)
                .open();
        for (int i = 0; i < 35; i++) {
            store.transact(in -> {
                IntStream.range(0, 10).forEach(any -> in.append(Records.draft("bob", "x")));
                return true;
            });
        }
        assertThat(numbers("bob"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(201, 350).boxed().toList());
        assertThat(head("bob")).isEqualTo(350);
    }

    @Test
    void workThatFailsLeavesNothingBehind() throws Exception {
        assertThatThrownBy(() -> store.transact(in -> {
                    in.insert(Records.ringing("s", "alice", "bob"), null);
                    in.append(Records.draft("bob", "x"));
                    throw CallException.badRequest("field");
                }))
                .isInstanceOfSatisfying(
                        CallException.class, error -> assertThat(error.detail()).isEqualTo("field"));
        assertThatThrownBy(() -> store.transact(in -> {
                    in.vouch("node", Records.NOON);
                    throw new IllegalArgumentException("broken");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(call("s")).isEmpty();
        assertThat(head("bob")).isZero();
        assertThat((boolean) store.transact(in -> in.vouch("node", Records.NOON)))
                .isFalse();
    }

    @Test
    void workThatReadsDoesNotWrite() {
        assertThatThrownBy(() -> store.read(in -> {
                    in.append(Records.draft("bob", "x"));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void workThatKeepsMeetingOthersIsGivenUp() throws Exception {
        CallRecord stale = Records.ringing("s", "alice", "bob");
        store.transact(in -> {
            in.insert(Records.next(stale), null);
            return true;
        });
        assertThatThrownBy(() -> store.transact(in -> {
                    in.compareAndSet(stale, Records.next(stale), null);
                    return true;
                }))
                .isInstanceOf(CallException.class)
                .hasMessage("ERR_UNAVAILABLE");
    }

    private interface Task {
        void run(int thread) throws Exception;
    }

    private void together(Task task) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            running.add(threads.submit(() -> {
                task.run(thread);
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get(120, TimeUnit.SECONDS);
        }
    }

    private List<Long> numbers(String uid) throws CallException {
        return store.read(in -> in.events(uid, 0)).stream().map(EventEntry::seq).toList();
    }

    private Optional<CallRecord> call(String sessionId) throws CallException {
        return store.read(in -> in.call(sessionId));
    }

    private long head(String uid) throws CallException {
        return store.read(in -> in.head(uid));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<String> ids(List<CallRecord> records) {
        return records.stream().map(CallRecord::sessionId).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
