package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallDirection;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of a user's calls. */
interface LogContract extends StoreContract {
    @Test
    default void theLogIsReadForthAndBackInPages() throws CallException {
        for (int i = 0; i < 7; i++) {
            // Two at a time, so that ids break ties.
            CallRecord record =
                    StoreSamples.ringing("s" + i, StoreSamples.ALICE, "bob", StoreSamples.START.plusSeconds(i / 2));
            change(in -> in.insert(record, null));
        }
        LogPage first = page("bob", 3, null);
        assertThat(ids(first)).containsExactly("s6", "s5", "s4");
        assertThat(first.previous()).isNull();
        LogPage second = page("bob", 3, first.next());
        assertThat(ids(second)).containsExactly("s3", "s2", "s1");
        LogPage third = page("bob", 3, second.next());
        assertThat(ids(third)).containsExactly("s0");
        assertThat(third.next()).isNull();
        assertThat(ids(page("bob", 3, third.previous()))).containsExactly("s3", "s2", "s1");
        LogPage back = page("bob", 3, second.previous());
        assertThat(ids(back)).containsExactly("s6", "s5", "s4");
        assertThat(back.previous()).isNull();
        assertThat(ids(page("bob", 7, null))).hasSize(7);
        assertThat(page("bob", 7, null).next()).isNull();
    }

    @Test
    default void aPlaceStaysWhereItIsWhileCallsCome() throws CallException {
        for (int i = 0; i < 3; i++) {
            CallRecord record =
                    StoreSamples.ringing("s" + i, StoreSamples.ALICE, "bob", StoreSamples.START.plusSeconds(i));
            change(in -> in.insert(record, null));
        }
        LogPage first = page("alice", 2, null);
        change(in -> in.insert(
                StoreSamples.ringing("s9", StoreSamples.ALICE, "bob", StoreSamples.START.plusSeconds(9)), null));
        LogPage second = page("alice", 2, first.next());
        assertThat(ids(second)).containsExactly("s0");
        assertThat(ids(page("alice", 2, second.previous()))).containsExactly("s2", "s1");
    }

    @Test
    default void anEmptyLogHasOnePage() throws CallException {
        LogPage page = page("alice", 3, null);
        assertThat(page.records()).isEmpty();
        assertThat(page.next()).isNull();
        assertThat(page.previous()).isNull();
    }

    @Test
    default void aCursorThatIsNoneIsRefused() {
        for (String cursor : List.of("", "nonsense", "older yesterday s1", "sideways 2026-01-01T00:00:00Z s1")) {
            assertThatThrownBy(() -> page("alice", 3, cursor)).isInstanceOfSatisfying(CallException.class, refused -> {
                assertThat(refused.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
                assertThat(refused.detail()).isEqualTo("cursor");
            });
        }
    }

    @Test
    default void everyFilterLetsThroughWhatItShould() throws CallException {
        List<CallRecord> all = records();
        for (CallRecord record : all) {
            change(in -> in.insert(record, null));
        }
        for (CallLogFilter filter : filters()) {
            for (String uid : List.of("alice", "bob", "carol")) {
                List<String> expected = all.stream()
                        .filter(record -> record.party(uid).isPresent() && !record.isMerged())
                        .filter(record -> LogFilter.matches(record, uid, filter))
                        .sorted(LogCursor.NEWEST_FIRST)
                        .map(CallRecord::sessionId)
                        .toList();
                assertThat(ids(log(uid, filter))).as(uid + " " + filter).isEqualTo(expected);
            }
        }
    }

    @Test
    default void theLogKeepsUpWithTheCall() throws CallException {
        CallRecord first = StoreSamples.ringing("s1");
        change(in -> in.insert(first, null));
        change(in -> in.compareAndSet(first, StoreSamples.ended(first), null));
        CallLogFilter ended = new CallLogFilter(9, null, CallStatus.ENDED, null, null, null);
        assertThat(ids(log("bob", ended))).containsExactly("s1");
        CallLogFilter initiated = new CallLogFilter(9, null, CallStatus.INITIATED, null, null, null);
        assertThat(ids(log("bob", initiated))).isEmpty();
    }

    /** A call of every kind: to a user and a group, in and out, in each state of a member, and one merged. */
    private static List<CallRecord> records() {
        List<CallRecord> all = new ArrayList<>();
        all.add(StoreSamples.ringing("a1"));
        all.add(StoreSamples.accepted(StoreSamples.ringing("a2", StoreSamples.BOB, "alice", at(1)), "laptop"));
        all.add(StoreSamples.ended(StoreSamples.ringing("a3", StoreSamples.ALICE, "carol", at(2))));
        CallRecord video =
                CallRecord.initiated("a4", CallRequest.video("bob"), StoreSamples.ALICE, List.of("bob"), at(3));
        all.add(video);
        all.add(new CallEdit(StoreSamples.ringing("a5"), at(4))
                .merge("a4")
                .by(null)
                .next());
        int number = 5;
        for (PartyState state : PartyState.values()) {
            CallRecord group = CallRecord.initiated(
                    "g" + number,
                    CallRequest.group(number % 2 == 0 ? "team" : "club", CallType.AUDIO),
                    StoreSamples.ALICE,
                    List.of("bob", "carol"),
                    at(number++));
            Party bob = new Party("bob", state, "desk", false, Set.of(), null, null, EndReason.HANG_UP);
            all.add(new CallEdit(group, at(60)).party(bob).by(null).next());
        }
        return all;
    }

    private static List<CallLogFilter> filters() {
        List<CallLogFilter> all = new ArrayList<>();
        all.add(filter(null, null, null, null, null));
        all.add(filter(CallType.VIDEO, null, null, null, null));
        all.add(filter(CallType.AUDIO, null, null, null, null));
        for (CallStatus status : CallStatus.values()) {
            all.add(filter(null, status, null, null, null));
            all.add(filter(CallType.AUDIO, status, CallDirection.INCOMING, null, "team"));
        }
        for (CallDirection direction : CallDirection.values()) {
            all.add(filter(null, null, direction, null, null));
            all.add(filter(null, CallStatus.INITIATED, direction, "bob", null));
        }
        for (String uid : List.of("alice", "bob", "carol", "mallory")) {
            all.add(filter(null, null, null, uid, null));
        }
        for (String guid : List.of("team", "club", "bob")) {
            all.add(filter(null, null, null, null, guid));
        }
        return all;
    }

    private static CallLogFilter filter(
            @Nullable CallType type,
            @Nullable CallStatus status,
            @Nullable CallDirection direction,
            @Nullable String uid,
            @Nullable String guid) {
        return new CallLogFilter(30, type, status, direction, uid, guid);
    }

    private LogPage page(String uid, int limit, @Nullable String cursor) throws CallException {
        CallLogFilter filter = new CallLogFilter(limit, null, null, null, null, null);
        return store().read(in -> in.log(uid, filter, cursor));
    }

    private LogPage log(String uid, CallLogFilter filter) throws CallException {
        return store().read(in -> in.log(uid, filter, null));
    }

    private static List<String> ids(LogPage page) {
        return page.records().stream().map(CallRecord::sessionId).toList();
    }

    private static Instant at(int seconds) {
        return StoreSamples.START.plusSeconds(seconds);
    }
}
