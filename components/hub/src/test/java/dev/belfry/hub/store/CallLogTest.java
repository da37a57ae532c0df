package dev.belfry.hub.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallDirection;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.ReceiverType;
import dev.belfry.hub.service.CallRecord;
import dev.belfry.hub.service.LogCursor;
import dev.belfry.hub.service.LogFilter;
import dev.belfry.hub.service.LogPage;
import dev.belfry.hub.service.PartyState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class CallLogTest {
    @RegisterExtension
    static final WithPostgres POSTGRES = new WithPostgres();

    private static final List<String> USERS = List.of("alice", "Bob", "carol_", "d'ave");

    @TempDir
    Path directory;

    private final Backend backend;

    private final Random random = new Random(20260601);
    private final List<CallRecord> all = new ArrayList<>();
    private JdbcHubStore store;

    CallLogTest(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void open() throws Exception {
        store = backend.fresh(directory, POSTGRES.server()).open();
        for (int i = 0; i < 120; i++) {
            CallRecord record = some(i);
            all.add(record);
            store.transact(in -> {
                in.insert(record, null);
                return true;
            });
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void pagesForwardAndBackHoldWhatTheFilterLetsThroughInOrder() throws Exception {
        for (int i = 0; i < 60; i++) {
            String uid = any(USERS);
            CallLogFilter filter = new CallLogFilter(
                    1 + random.nextInt(9),
                    maybe(CallType.values()),
                    maybe(CallStatus.values()),
                    maybe(CallDirection.values()),
                    random.nextBoolean() ? null : any(USERS),
                    random.nextInt(3) > 0 ? null : "team");
            List<String> expected = all.stream()
                    .filter(record -> record.party(uid).isPresent()
                            && !record.isMerged()
                            && LogFilter.matches(record, uid, filter))
                    .sorted(LogCursor.NEWEST_FIRST)
                    .map(CallRecord::sessionId)
                    .toList();
            assertThat(through(uid, filter)).as("%s of %s", filter, uid).isEqualTo(expected);
        }
    }

    /** Reads every page to the end and back to the beginning; both ways must show the same. */
    private List<String> through(String uid, CallLogFilter filter) throws CallException {
        List<List<String>> pages = new ArrayList<>();
        LogPage page = store.read(in -> in.log(uid, filter, null));
        assertThat(page.previous()).isNull();
        pages.add(ids(page));
        while (page.next() != null) {
            String cursor = page.next();
            page = store.read(in -> in.log(uid, filter, cursor));
            assertThat(page.records()).isNotEmpty();
            pages.add(ids(page));
        }
        for (int i = pages.size() - 2; i >= 0; i--) {
            String cursor = page.previous();
            page = store.read(in -> in.log(uid, filter, cursor));
            assertThat(ids(page)).isEqualTo(pages.get(i));
        }
        assertThat(page.previous()).isNull();
        return pages.stream().flatMap(List::stream).toList();
    }

    @Test
    void theLogFollowsWhatBecomesOfACall() throws Exception {
        CallRecord first = Records.ringingAt(Records.NOON.plusSeconds(900), "last", "alice", "Bob");
        store.transact(in -> {
            in.insert(first, null);
            return true;
        });
        store.transact(in -> {
            in.compareAndSet(first, Records.ended(first), null);
            return true;
        });
        CallLogFilter ended = new CallLogFilter(1, null, CallStatus.ENDED, null, null, null);
        assertThat(ids(store.read(in -> in.log("Bob", ended, null)))).containsExactly("last");
        List<CallRecord> open = store.read(in -> in.open("Bob"));
        assertThat(open).extracting(CallRecord::sessionId).doesNotContain("last");
    }

    private CallRecord some(int number) {
        String caller = any(USERS);
        String receiver = any(USERS.stream().filter(uid -> !uid.equals(caller)).toList());
        boolean group = random.nextInt(4) == 0;
        CallRecord record =
                Records.ringingAt(Records.NOON.plusSeconds(random.nextInt(40)), "s" + number, caller, receiver);
        return new CallRecord(
                record.sessionId(),
                new CallRequest(
                        group ? "team" : receiver,
                        group ? ReceiverType.GROUP : ReceiverType.USER,
                        any(List.of(CallType.values())),
                        Duration.ofSeconds(45)),
                record.caller(),
                List.of(Records.party(receiver, any(List.of(PartyState.values())))),
                any(List.of(CallStatus.values())),
                caller,
                record.initiatedAt(),
                record.updatedAt(),
                null,
                null,
                null,
                List.of(),
                null,
                random.nextInt(10) == 0 ? "other" : null,
                1);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> @Nullable T maybe(T[] values) {
        return random.nextInt(3) > 0 ? null : any(List.of(values));
    }

    private static List<String> ids(LogPage page) {
        return page.records().stream().map(CallRecord::sessionId).toList();
    }
}
