package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.hub.service.HubStore.Work;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whole or not at all. */
interface TransactionContract extends StoreContract {
    Instant NOW = StoreSamples.START;

    @Test
    default void workAnswers() throws CallException {
        String written = store().transact(in -> "written");
        String read = store().read(in -> "read");
        assertThat(written + read).isEqualTo("writtenread");
    }

    @Test
    default void whatAnExceptionInterruptsIsNotWritten() throws CallException {
        CallException refusal = new CallException(ErrorCode.ERR_CALL_BUSY_SELF);
        assertThatThrownBy(() -> store().transact(everythingThen(refusal))).isSameAs(refusal);
        assertNothingWritten();

        IllegalStateException failure = new IllegalStateException("expected");
        assertThatThrownBy(() -> store().transact(in -> {
                    everything(in);
                    throw failure;
                }))
                .isSameAs(failure);
        assertNothingWritten();
        change(in -> in.append(StoreSamples.draft("alice", 1)));
        assertThat(head("alice")).isEqualTo(1);
    }

    @Test
    default void aRefusalOfWorkThatReadsIsPassedOn() {
        CallException refusal = new CallException(ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
        assertThatThrownBy(() -> store().read(in -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }

    @Test
    default void allOfItIsSeenAfterwards() throws CallException {
        change(TransactionContract::everything);
        assertThat(call("s1")).contains(StoreSamples.ringing("s1"));
        assertThat(head("bob")).isEqualTo(1);
        assertThat(isBuried("s2", "alice")).isTrue();
        assertThat(connected(List.of("alice"), NOW)).containsExactly(StoreSamples.ALICE);
        assertThat(vouch("n1", NOW)).isTrue();
    }

    @Test
    default void aSecondFirstVersionHasTheWorkRunAgain() throws CallException {
        change(in -> in.insert(StoreSamples.ringing("s1"), null));
        AtomicInteger runs = new AtomicInteger();
        boolean known = store().transact(in -> {
            in.append(StoreSamples.draft("bob", 1));
            boolean first = runs.incrementAndGet() == 1;
            if (first) {
                in.insert(StoreSamples.ringing("s1"), NOW);
            }
            return in.call("s1").isPresent();
        });
        assertThat(known).isTrue();
        assertThat(runs).hasValue(2);
        assertThat(head("bob")).isEqualTo(1);
        assertThat(takeDue(NOW, 10)).isEmpty();
    }

    @Test
    default void anOutdatedVersionHasTheWorkRunAgain() throws CallException {
        CallRecord first = StoreSamples.ringing("s1");
        CallRecord second = StoreSamples.accepted(first, "desk");
        change(in -> in.insert(first, null));
        change(in -> in.compareAndSet(first, second, null));
        AtomicInteger runs = new AtomicInteger();
        change(in -> {
            in.append(StoreSamples.draft("bob", 1));
            CallRecord expected =
                    runs.incrementAndGet() == 1 ? first : in.call("s1").orElseThrow();
            in.compareAndSet(expected, StoreSamples.ended(expected), null);
        });
        assertThat(runs).hasValue(2);
        assertThat(call("s1")).contains(StoreSamples.ended(second));
        assertThat(head("bob")).isEqualTo(1);
    }

    @Test
    default void workThatKeepsMeetingOthersGivesUp() throws CallException {
        CallRecord first = StoreSamples.ringing("s1");
        CallRecord second = StoreSamples.accepted(first, "desk");
        change(in -> in.insert(second, null));
        assertThatThrownBy(() -> change(in -> in.compareAndSet(first, second, null)))
                .isInstanceOfSatisfying(
                        CallException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE));
        assertThat(call("s1")).contains(second);
    }

    private static Work<String> everythingThen(CallException refusal) {
        return in -> {
            everything(in);
            throw refusal;
        };
    }

    private static void everything(StoreTransaction in) {
        in.lock(List.of("bob", "alice"));
        in.insert(StoreSamples.ringing("s1"), NOW);
        in.append(StoreSamples.draft("bob", 1));
        in.put(new DeviceLine(StoreSamples.ALICE, 1, 0, true, null, NOW.plusSeconds(30)), StoreSamples.START);
        in.bury("s2", "alice", NOW);
        in.vouch("n1", NOW.plusSeconds(15));
    }

    private void assertNothingWritten() throws CallException {
        assertThat(call("s1")).isEmpty();
        assertThat(open("bob")).isEmpty();
        assertThat(takeDue(NOW, 10)).isEmpty();
        assertThat(head("bob")).isZero();
        assertThat(events("bob", 0)).isEmpty();
        assertThat(device(StoreSamples.ALICE)).isEmpty();
        assertThat(isBuried("s2", "alice")).isFalse();
        assertThat(nextDue()).isNull();
        assertThat(releaseDead(NOW.plusSeconds(60), NOW)).isZero();
    }
}
