package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Several hubs on one store, each with a clock of its own: one whose clock stands still is dead, as far as the others can
 * tell.
 */
public class NodesTest {
    private static final Device ALICE = new Device("alice", "laptop");
    private static final Device BOB = new Device("bob", "desk");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HubStore store = newStore();
    private final FakeScheduler time = new FakeScheduler();
    private final FakeScheduler otherTime = new FakeScheduler();
    private final Hub hub = hub(time, "n1");
    private final Hub other = hub(otherTime, "n2");

    /** An empty store; asked for once, before the fields of an extension are set. */
    protected HubStore newStore() {
        return new InMemoryHubStore();
    }

    private Hub hub(FakeScheduler clock, String node) {
        return builder(clock).node(node).sweep(SECOND).build();
    }

    private HubBuilder builder(FakeScheduler clock) {
        InMemoryDirectory directory =
                new InMemoryDirectory().add(User.of("alice", "Alice")).add(User.of("bob", "Bob"));
        return new HubBuilder(clock, clock, directory).store(store).tokens(new JwtCallTokens(new byte[32]));
    }

    @Test
    void anAttachedDeviceNeedsNoWordToStay() throws CallException {
        talk();
        pass(Duration.ofMinutes(30));
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        assertThat(other.user("alice").online()).isTrue();
    }

    @Test
    void aDetachedDeviceMayComeBackOnAnyNode() throws CallException {
        talk();
        hub.detach(ALICE, 1);
        pass(Duration.ofSeconds(29));
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        other.attach(ALICE, 1);
        pass(Duration.ofMinutes(2));
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        other.detach(ALICE, 1);
        pass(Duration.ofSeconds(31));
        assertThat(status()).isEqualTo(CallStatus.ENDED);
        assertThat(hub.call(BOB, "s").endReason()).isEqualTo(EndReason.CONNECTION_LOST);
    }

    @Test
    void aDeviceOfTwoConnectionsIsThereUntilBothWent() throws CallException {
        talk();
        hub.attach(ALICE, 1);
        hub.detach(ALICE, 1);
        pass(Duration.ofMinutes(1));
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        hub.detach(ALICE, 1);
        pass(Duration.ofSeconds(31));
        assertThat(status()).isEqualTo(CallStatus.ENDED);
    }

    @Test
    void aConnectionThatWentLateOnTheOldNodeDoesNotMatter() throws CallException {
        talk();
        other.attach(ALICE, 1);
        hub.detach(ALICE, 1);
        pass(Duration.ofMinutes(2));
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
    }

    @Test
    void aConnectionThatCameLateToTheOldNodeAndWentDoesNotMatter() throws CallException {
        talk();
        other.attach(ALICE, 1);
        hub.detach(ALICE, 1);
        hub.attach(ALICE, 1);
        hub.detach(ALICE, 1);
        pass(Duration.ofMinutes(2));
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        other.detach(ALICE, 1);
        pass(Duration.ofSeconds(31));
        assertThat(status()).isEqualTo(CallStatus.ENDED);
    }

    @Test
    void aDeviceThatStartsAnewOnAnotherNodeHasLostItsCalls() throws CallException {
        talk();
        long since = other.attach(ALICE, 2);
        assertThat(status()).isEqualTo(CallStatus.ENDED);
        assertThat(other.events(ALICE, since).deliveries()).hasSize(1);
        assertThat(other.attach(ALICE, 2)).isEqualTo(since);
        assertThatThrownBy(() -> hub.attach(ALICE, 1)).isInstanceOfSatisfying(CallException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.ERR_UNAUTHORIZED);
            assertThat(refused.detail()).isEqualTo("start");
        });
    }

    @Test
    void theCallsOfADeadNodeAreEndedByAnother() throws CallException {
        talk();
        otherTime.advance(Duration.ofSeconds(20));
        assertThat(other.call(BOB, "s").status()).isEqualTo(CallStatus.ONGOING);
        otherTime.advance(Duration.ofSeconds(20));
        assertThat(other.call(BOB, "s").status()).isEqualTo(CallStatus.ENDED);
        assertThat(other.call(BOB, "s").endReason()).isEqualTo(EndReason.CONNECTION_LOST);
    }

    @Test
    void theDevicesOfADeadNodeMayComeBackOnAnother() throws CallException {
        talk();
        otherTime.advance(Duration.ofSeconds(20));
        other.attach(ALICE, 1);
        other.attach(BOB, 1);
        otherTime.advance(Duration.ofMinutes(2));
        assertThat(other.call(BOB, "s").status()).isEqualTo(CallStatus.ONGOING);
    }

    @Test
    void theRingingOfADeadNodeIsStoppedByAnother() throws CallException {
        hub.initiate(ALICE, "s", CallRequest.audio("bob"));
        otherTime.advance(Duration.ofSeconds(44));
        assertThat(other.call(BOB, "s").status()).isEqualTo(CallStatus.INITIATED);
        otherTime.advance(Duration.ofSeconds(1));
        assertThat(other.call(BOB, "s").status()).isEqualTo(CallStatus.UNANSWERED);
    }

    @Test
    void aNodeThatWasTakenForDeadHoldsItsDevicesAgain() throws CallException {
        talk();
        otherTime.advance(Duration.ofSeconds(20));
        time.advance(Duration.ofSeconds(20));
        pass(Duration.ofMinutes(2));
        assertThat(status()).isEqualTo(CallStatus.ONGOING);
        assertThat(other.user("alice").online()).isTrue();
    }

    @Test
    void aHubThatClosesGivesItsDevicesTimeToComeBack() throws CallException {
        talk();
        hub.close();
        assertThat(other.user("alice").online()).isTrue();
        otherTime.advance(Duration.ofSeconds(29));
        other.attach(ALICE, 1);
        assertThat(other.call(BOB, "s").status()).isEqualTo(CallStatus.ONGOING);
        otherTime.advance(SECOND.multipliedBy(2));
        assertThat(other.call(ALICE, "s").status()).isEqualTo(CallStatus.ENDED);
        assertThat(time.pending()).isZero();
    }

    @Test
    void eventsAreForgottenAfterADay() throws CallException {
        FakeScheduler days = new FakeScheduler();
        Hub patient = builder(days).sweep(Duration.ofHours(1)).build();
        patient.initiate(ALICE, "s", CallRequest.audio("bob"));
        assertThat(patient.events(BOB, 0).deliveries()).hasSize(1);
        days.advance(Duration.ofHours(26));
        assertThat(patient.events(BOB, 0).deliveries()).isEmpty();
        assertThat(patient.head("bob")).isEqualTo(2);
        patient.close();
    }

    @Test
    void aHubWithoutANameHoldsNoConnections() {
        Hub nameless = new HubBuilder(time, time, new InMemoryDirectory()).build();
        assertThatThrownBy(() -> nameless.attach(ALICE, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> nameless.detach(ALICE, 1)).isInstanceOf(IllegalStateException.class);
    }

    /** Both are attached to the first node, in the session of an ongoing call. */
    private void talk() throws CallException {
        hub.attach(ALICE, 1);
        hub.attach(BOB, 1);
        hub.initiate(ALICE, "s", CallRequest.audio("bob"));
        other.accept(BOB, "s");
        hub.join(ALICE, hub.token(ALICE, "s"), false, false);
        hub.join(BOB, other.token(BOB, "s"), false, false);
    }

    private CallStatus status() throws CallException {
        return hub.call(ALICE, "s").status();
    }

    /** Lets time pass on both nodes. */
    private void pass(Duration duration) {
        for (Duration left = duration; !left.isZero(); left = left.minus(SECOND)) {
            time.advance(SECOND);
            otherTime.advance(SECOND);
        }
    }
}
