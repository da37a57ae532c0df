package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.hub.service.StubbornStore;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hub whose store is out of reach for a while: devices try again, and nothing is lost. */
class OutageTest {
    private final FakeScheduler time = new FakeScheduler();
    private final StubbornStore store = new StubbornStore();
    private final LocalHub hub = LocalHub.builder()
            .clock(time, time)
            .store(store)
            .user("alice", "Alice")
            .user("bob", "Bob")
            .build();
    private final Phone alice = new Phone(hub, time, "alice", "laptop");
    private final Phone bob = new Phone(hub, time, "bob", "desk");

    @AfterEach
    void close() {
        hub.close();
        time.runReady();
        assertThat(time.pending()).isZero();
    }

    @Test
    void aCallThatCouldNotBeStoredRingsLater() {
        store.can(true, false);
        CompletableFuture<Call> call = alice.line.initiate("s1", CallRequest.audio("bob"));
        time.advance(Duration.ofSeconds(10));
        assertThat(call).isNotDone();
        assertThat(bob.events).isEmpty();

        store.can(true, true);
        time.advance(Duration.ofSeconds(8));
        assertThat(call.join().status()).isEqualTo(CallStatus.INITIATED);
        assertThat(bob.changes("s1")).containsExactly(CallChange.INCOMING);
    }

    @Test
    void anEventThatCouldNotBeReadIsHeardLater() {
        CompletableFuture<Call> call = alice.line.initiate("s1", CallRequest.audio("bob"));
        time.runReady();
        store.can(false, true);
        CompletableFuture<Call> cancel = alice.line.reject("s1", CallStatus.CANCELLED);
        time.advance(Duration.ofSeconds(20));
        assertThat(cancel).isNotDone();
        assertThat(bob.states).endsWith(ConnectionState.RECONNECTING);

        store.can(true, true);
        time.advance(Duration.ofSeconds(10));
        assertThat(call).isCompleted();
        assertThat(cancel.join().status()).isEqualTo(CallStatus.CANCELLED);
        assertThat(bob.changes("s1")).containsExactly(CallChange.INCOMING, CallChange.CANCELLED);
        assertThat(bob.states).endsWith(ConnectionState.CONNECTED);
    }

    @Test
    void whoSignsOffMeanwhileIsGoneWhenTheLeaseIsOver() {
        store.can(true, false);
        bob.line.close();
        time.runReady();
        store.can(true, true);
        assertThat(alice.get(alice.line.user("bob")).online()).isTrue();
        time.advance(Duration.ofSeconds(30));
        assertThat(alice.get(alice.line.user("bob")).online()).isFalse();
    }
}
