package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls that fall due. */
interface DueContract extends StoreContract {
    @Test
    default void whatIsDueIsHandedOutTheEarliestFirst() throws CallException {
        insert("s1", at(3));
        insert("s2", at(1));
        insert("s3", null);
        insert("s4", at(2));
        assertThat(due(0, 10)).isEmpty();
        assertThat(due(2, 10)).containsExactly("s2", "s4");
        assertThat(due(9, 2)).containsExactly("s2", "s4");
        assertThat(due(9, 10)).containsExactly("s2", "s4", "s1");
    }

    @Test
    default void aCallStaysDueUntilItIsGivenAnotherTime() throws CallException {
        CallRecord first = insert("s1", at(1));
        assertThat(due(1, 10)).containsExactly("s1");
        assertThat(due(1, 10)).containsExactly("s1");
        change(in -> in.compareAndSet(first, first, at(5)));
        assertThat(due(1, 10)).isEmpty();
        assertThat(due(5, 10)).containsExactly("s1");
        change(in -> in.compareAndSet(first, StoreSamples.ended(first), null));
        assertThat(due(9, 10)).isEmpty();
        assertThat(call("s1")).contains(StoreSamples.ended(first));
    }

    @Test
    default void whatWasTakenIsWrittenInTheSameTransaction() throws CallException {
        insert("s1", at(1));
        change(in ->
                in.takeDue(at(1), 10).forEach(record -> in.compareAndSet(record, StoreSamples.ended(record), null)));
        assertThat(call("s1")).contains(StoreSamples.ended(StoreSamples.ringing("s1")));
        assertThat(due(9, 10)).isEmpty();
    }

    @Test
    default void theNextDueTimeIsTheEarliestOfCallsAndLeases() throws CallException {
        assertThat(nextDue()).isNull();
        CallRecord first = insert("s1", at(5));
        assertThat(nextDue()).isEqualTo(at(5));
        change(in -> in.put(new DeviceLine(StoreSamples.BOB, 1, 0, true, null, at(3)), StoreSamples.START));
        assertThat(nextDue()).isEqualTo(at(3));
        change(in -> in.takeLapsed(at(3), 10));
        assertThat(nextDue()).isEqualTo(at(5));
        change(in -> in.compareAndSet(first, first, null));
        assertThat(nextDue()).isNull();
    }

    private CallRecord insert(String sessionId, @Nullable Instant due) throws CallException {
        CallRecord record = StoreSamples.ringing(sessionId);
        change(in -> in.insert(record, due));
        return record;
    }

    private List<String> due(int seconds, int limit) throws CallException {
        return takeDue(at(seconds), limit).stream().map(CallRecord::sessionId).toList();
    }

    private static Instant at(int seconds) {
        return StoreSamples.START.plusSeconds(seconds);
    }
}
