package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.belfry.call.Call;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.EndReason;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.SignalingClient;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.hub.service.HubStore;
import dev.belfry.hub.service.InMemoryHubStore;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The local hub, on any store. */
public class LocalHubTest {
    private final FakeScheduler time = new FakeScheduler();
    private final LocalHub hub = LocalHub.builder()
            .clock(time, time)
            .store(newStore())
            .user("alice", "Alice")
            .user("bob", "Bob")
            .user("carol", "Carol")
            .group("team", "Team", "alice", "bob", "carol")
            .build();
    private final Phone alice = new Phone(hub, time, "alice", "laptop");
    private final Phone bob = new Phone(hub, time, "bob", "desk");

    /** An empty store; asked for once, before the fields of an extension are set. */
    protected HubStore newStore() {
        return new InMemoryHubStore();
    }

    @AfterEach
    void close() {
        hub.close();
        time.runReady();
        assertThat(time.pending()).isZero();
    }

    @Test
    void aCallRingsIsAcceptedAndEnds() {
        Call dialed = alice.get(alice.line.initiate("s1", CallRequest.video("bob")));
        assertThat(dialed.status()).isEqualTo(CallStatus.INITIATED);
        assertThat(bob.changes("s1")).containsExactly(CallChange.INCOMING);
        assertThat(bob.last().ringTimeLeft()).isEqualTo(Duration.ofSeconds(45));

        bob.get(bob.line.ringing("s1"));
        Call accepted = bob.get(bob.line.accept("s1"));
        assertThat(accepted.status()).isEqualTo(CallStatus.ONGOING);
        assertThat(alice.changes("s1")).containsExactly(CallChange.REMOTE_RINGING, CallChange.ACCEPTED);
        assertThat(alice.last().call().sender().uid()).isEqualTo("bob");
        assertThat(alice.last().call().receiverId()).isEqualTo("alice");

        alice.join("s1");
        bob.join("s1");
        assertThat(alice.events.get(2)).isInstanceOf(SignalingEvent.ParticipantJoined.class);
        time.advance(Duration.ofSeconds(40));
        Call answer = bob.get(bob.line.end("s1"));

        assertThat(answer.action()).isEqualTo(CallStatus.ONGOING);
        assertThat(answer.status()).isEqualTo(CallStatus.ENDED);
        assertThat(answer.duration()).isEqualTo(Duration.ofSeconds(40));
        assertThat(alice.last().change()).isEqualTo(CallChange.ENDED);
        assertThat(alice.last().call().action()).isEqualTo(CallStatus.ENDED);
        assertThat(alice.last().call().endReason()).isEqualTo(EndReason.HANG_UP);
        assertThat(bob.changes("s1")).containsExactly(CallChange.INCOMING);
        assertThat(alice.get(alice.line.calls(CallLogFilter.ALL, null)).calls())
                .singleElement()
                .satisfies(call -> assertThat(call.status()).isEqualTo(CallStatus.ENDED));
    }

    @Test
    void aCallIsDeclined() {
        alice.get(alice.line.initiate("s1", CallRequest.audio("bob")));
        bob.get(bob.line.reject("s1", CallStatus.REJECTED));

        assertThat(alice.changes("s1")).containsExactly(CallChange.REJECTED);
        assertThat(alice.last().call().endReason()).isEqualTo(EndReason.DECLINED);
    }

    @Test
    void nobodyAnswers() {
        alice.get(alice.line.initiate("s1", CallRequest.audio("bob").withTimeout(Duration.ofSeconds(10))));
        time.advance(Duration.ofSeconds(10));

        assertThat(alice.changes("s1")).containsExactly(CallChange.REJECTED);
        assertThat(bob.changes("s1")).containsExactly(CallChange.INCOMING, CallChange.CANCELLED);
        assertThat(bob.last().call().status()).isEqualTo(CallStatus.UNANSWERED);
    }

    @Test
    void participantsSeeEachOtherMuteAndLeave() {
        alice.get(alice.line.initiate("s1", CallRequest.video("bob")));
        bob.get(bob.line.accept("s1"));
        alice.join("s1");
        List<Participant> all = bob.get(bob.line.join(bob.get(bob.line.token("s1")), true, false));
        assertThat(all)
                .extracting(Participant::uid, Participant::isLocalUser)
                .containsExactly(tuple("alice", false), tuple("bob", true));

        bob.get(bob.line.mute("s1", false, true));
        SignalingEvent muted = alice.events.get(alice.events.size() - 1);
        assertThat(((SignalingEvent.ParticipantMuted) muted).participant().isVideoMuted())
                .isTrue();

        bob.get(bob.line.leave("s1"));
        assertThat(alice.events.get(alice.events.size() - 1)).isInstanceOf(SignalingEvent.ParticipantLeft.class);
        alice.get(alice.line.leave("s1"));
        assertThat(bob.last().change()).isEqualTo(CallChange.ENDED);
    }

    @Test
    void aGroupCallRingsForEveryMember() {
        Phone carol = new Phone(hub, time, "carol", "tablet");
        alice.get(alice.line.initiate("s1", CallRequest.group("team", CallType.AUDIO)));
        assertThat(bob.changes("s1")).containsExactly(CallChange.INCOMING);
        bob.get(bob.line.reject("s1", CallStatus.REJECTED));
        assertThat(alice.changes("s1")).isEmpty();
        carol.get(carol.line.accept("s1"));
        assertThat(alice.changes("s1")).containsExactly(CallChange.ACCEPTED);
        assertThat(bob.get(bob.line.call("s1")).status()).isEqualTo(CallStatus.REJECTED);
        assertThat(carol.get(carol.line.call("s1")).status()).isEqualTo(CallStatus.ONGOING);
    }

    @Test
    void directoryTellsWhoIsOnline() {
        assertThat(alice.get(alice.line.users("")))
                .extracting(user -> user.name() + " " + user.online())
                .containsExactly("Alice true", "Bob true", "Carol false");
        bob.line.close();
        time.runReady();
        assertThat(alice.get(alice.line.user("bob")).online()).isFalse();
        assertThat(alice.get(alice.line.group("team")).membersCount()).isEqualTo(3);
    }

    @Test
    void aClosedLineSaysNothingAndFailsItsCommands() {
        var unanswered = bob.line.calls(CallLogFilter.ALL, null);
        List<ConnectionState> before = List.copyOf(bob.states);
        bob.line.close();
        var late = bob.line.user("alice");
        assertThat(late).isCompletedExceptionally();
        alice.get(alice.line.initiate("s1", CallRequest.audio("bob")));
        assertThat(unanswered).isDone();
        assertThat(bob.events).isEmpty();
        assertThat(bob.states).isEqualTo(before);
    }

    @Test
    void theDefaultHubWorksOnAThreadOfItsOwnAndLeavesNone() throws Exception {
        CountDownLatch rings = new CountDownLatch(1);
        try (LocalHub own = LocalHub.builder()
                        .user("alice", "Alice")
                        .user("bob", "Bob")
                        .build();
                SignalingClient caller = own.connect("alice", "laptop");
                SignalingClient callee = own.connect("bob", "desk")) {
            callee.connect(new SignalingListener() {
                @Override
                public void onEvent(SignalingEvent event) {
                    rings.countDown();
                }

                @Override
                public void onConnectionState(ConnectionState state) {}
            });
            Call call = caller.initiate("s1", CallRequest.video("bob")).get(10, TimeUnit.SECONDS);
            assertThat(call.status()).isEqualTo(CallStatus.INITIATED);
            assertThat(rings.await(10, TimeUnit.SECONDS)).isTrue();
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("belfry-local-hub")) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
