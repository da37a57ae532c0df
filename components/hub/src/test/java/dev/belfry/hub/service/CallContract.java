package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import org.junit.jupiter.api.Test;

/** Records of calls. */
interface CallContract extends StoreContract {
    @Test
    default void whatIsUnknownIsNotThere() throws CallException {
        assertThat(call("s1")).isEmpty();
        assertThat(open("alice")).isEmpty();
    }

    @Test
    default void aRecordIsKeptAsItIs() throws CallException {
        CallRecord full = StoreSamples.full("s1");
        change(in -> in.insert(full, null));
        assertThat(call("s1")).contains(full);
        assertThat(open("carol")).containsExactly(full);
        CallRecord plain = StoreSamples.ringing("s2");
        change(in -> in.insert(plain, null));
        assertThat(call("s2")).contains(plain);
    }

    @Test
    default void theNextVersionTakesTheRecordsPlace() throws CallException {
        CallRecord first = StoreSamples.ringing("s1");
        CallRecord second = StoreSamples.accepted(first, "desk");
        change(in -> in.insert(first, null));
        change(in -> in.compareAndSet(first, second, null));
        assertThat(call("s1")).contains(second);
        assertThat(open("bob")).containsExactly(second);
    }

    @Test
    default void aTransactionSeesTheRecordsItWrote() throws CallException {
        CallRecord first = StoreSamples.ringing("s1");
        CallRecord second = StoreSamples.accepted(first, "desk");
        CallRecord third = StoreSamples.ended(second);
        change(in -> {
            in.insert(first, StoreSamples.START);
            assertThat(in.call("s1")).contains(first);
            in.compareAndSet(first, second, StoreSamples.START.plusSeconds(1));
            assertThat(in.call("s1")).contains(second);
            in.compareAndSet(second, third, null);
            assertThat(in.call("s1")).contains(third);
        });
        assertThat(call("s1")).contains(third);
        assertThat(open("alice")).isEmpty();
        assertThat(nextDue()).isNull();
    }

    @Test
    default void severalVersionsInOneTransactionAreOneStep() throws CallException {
        CallRecord first = StoreSamples.ringing("s1");
        CallRecord second = StoreSamples.accepted(first, "desk");
        change(in -> in.insert(first, null));
        change(in -> {
            in.compareAndSet(first, second, null);
            in.compareAndSet(second, StoreSamples.ended(second), null);
        });
        assertThat(call("s1")).contains(StoreSamples.ended(second));
    }

    @Test
    default void openCallsAreThoseOfAUserThatAreNotOver() throws CallException {
        CallRecord late = StoreSamples.ringing("s1", StoreSamples.ALICE, "bob", StoreSamples.START.plusSeconds(1));
        CallRecord early = StoreSamples.ringing("s3");
        CallRecord same = StoreSamples.ringing("s2");
        CallRecord other = StoreSamples.ringing("s4", StoreSamples.BOB, "carol", StoreSamples.START);
        CallRecord over = StoreSamples.ringing("s5");
        change(in -> {
            in.insert(late, null);
            in.insert(early, null);
            in.insert(same, null);
            in.insert(other, null);
            in.insert(over, null);
        });
        change(in -> in.compareAndSet(over, StoreSamples.ended(over), null));
        change(in -> in.insert(StoreSamples.ended(StoreSamples.ringing("s6")), null));
        assertThat(open("alice")).containsExactly(same, early, late);
        assertThat(open("carol")).containsExactly(other);
        assertThat(open("mallory")).isEmpty();
    }

    @Test
    default void aTombstoneIsOneUsersAndForgottenInTime() throws CallException {
        change(in -> in.bury("s1", "alice", StoreSamples.START));
        change(in -> in.bury("s1", "alice", StoreSamples.START));
        change(in -> in.bury("s2", "alice", StoreSamples.START.plusSeconds(60)));
        assertThat(isBuried("s1", "alice")).isTrue();
        assertThat(isBuried("s1", "bob")).isFalse();
        assertThat(isBuried("s3", "alice")).isFalse();
        change(in -> in.prune(StoreSamples.START.plusSeconds(30)));
        assertThat(isBuried("s1", "alice")).isFalse();
        assertThat(isBuried("s2", "alice")).isTrue();
    }
}
