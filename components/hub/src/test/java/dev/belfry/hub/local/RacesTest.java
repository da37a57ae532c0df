package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallController.WaitingPolicy;
import dev.belfry.call.control.CallPhase;
import dev.belfry.testkit.FakeScheduler;
import dev.belfry.testkit.VirtualNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The races a ringing protocol has to survive, each with whole devices on one hub and a clock turned by hand. The media
 * glare of two sides that renegotiate at once needs a media transport and is not among them.
 */
class RacesTest {
    private final FakeScheduler time = new FakeScheduler();
    private final VirtualNetwork network = new VirtualNetwork(time, 1);
    private final LocalHub hub = LocalHub.builder()
            .clock(time, time)
            .link(network::carry)
            .user("alice", "Alice")
            .user("bob", "Bob")
            .user("carol", "Carol")
            .group("team", "Team", "alice", "bob", "carol")
            .build();
    private final List<Handset> handsets = new ArrayList<>();
    private final Iterator<String> ids = List.of("s1", "s2", "s3").iterator();
    private final Handset alice = handset("alice", "laptop");
    private final Handset bob = handset("bob", "desk");

    @AfterEach
    void nothingRingsAndNothingIsLeft() {
        time.advance(Duration.ofMinutes(5));
        for (Handset handset : handsets) {
            assertThat(handset.ringer.sounding()).isEmpty();
            assertThat(handset.phase()).isNotEqualTo(CallPhase.INCOMING);
            assertThat(handset.unanswered()).isZero();
            handset.controller.close();
            handset.line.close();
        }
        hub.close();
        time.advance(Duration.ofSeconds(10));
        assertThat(time.pending()).isZero();
    }

    @Test
    void race01_acceptBeforeCancel_theCallEnds() {
        ring();
        bob.accept("s1");
        alice.reject("s1", CallStatus.CANCELLED);
        time.advance(Duration.ofSeconds(1));

        assertOver(CallStatus.ENDED, alice, bob);
        assertThat(bob.heardOf("s1")).containsOnlyOnce("ended");
    }

    @Test
    void race01_cancelBeforeAccept_theCallerHungUp() {
        ring();
        alice.reject("s1", CallStatus.CANCELLED);
        bob.accept("s1");
        time.advance(Duration.ofSeconds(1));

        assertOver(CallStatus.CANCELLED, alice, bob);
        assertThat(bob.heardOf("s1")).containsExactly("incoming", "cancelled CANCELLED");
        assertThat(bob.now().endReason()).isEqualTo(EndReason.CANCELLED);
    }

    @Test
    void race02_acceptAfterTheTimeout_changesNothing() {
        ring();
        time.advance(Duration.ofSeconds(43));
        network.cut(bob.address);
        bob.accept("s1");
        time.advance(Duration.ofSeconds(3));
        network.heal(bob.address);
        time.advance(Duration.ofSeconds(10));

        assertOver(CallStatus.UNANSWERED, alice, bob);
        assertThat(alice.heardOf("s1")).contains("rejected UNANSWERED");
    }

    @Test
    void race03_acceptOnTwoDevices_oneWins() {
        Handset tablet = handset("bob", "tablet");
        ring();
        bob.accept("s1");
        tablet.accept("s1");
        time.advance(Duration.ofSeconds(1));

        assertThat(bob.phase()).isIn(CallPhase.CONNECTING, CallPhase.ONGOING);
        assertThat(alice.phase()).isIn(CallPhase.CONNECTING, CallPhase.ONGOING);
        assertThat(tablet.heardOf("s1")).containsExactly("incoming", "answeredElsewhere");
        assertThat(tablet.now().endReason()).isEqualTo(EndReason.ANSWERED_ELSEWHERE);
        hangUp(alice);
        assertOver(CallStatus.ENDED, alice, bob);
    }

    @Test
    void race04_acceptOnOneDeviceDeclineOnAnother_theFirstWins() {
        Handset tablet = handset("bob", "tablet");
        ring();
        bob.accept("s1");
        tablet.reject("s1", CallStatus.REJECTED);
        time.advance(Duration.ofSeconds(1));

        assertThat(alice.phase()).isIn(CallPhase.CONNECTING, CallPhase.ONGOING);
        assertThat(alice.heardOf("s1")).doesNotContain("rejected REJECTED");
        hangUp(bob);
        assertOver(CallStatus.ENDED, alice, bob);
    }

    @Test
    void race05_bothCallEachOther_oneCallGoesOnAndNobodyHearsARing() {
        alice.call(CallRequest.audio("bob"));
        bob.call(CallRequest.audio("alice"));
        time.advance(Duration.ofSeconds(1));

        assertThat(alice.now().sessionId()).isEqualTo("s1");
        assertThat(bob.now().sessionId()).isEqualTo("s1");
        assertThat(List.of(alice.phase(), bob.phase())).allMatch(RacesTest::isInCall);
        assertThat(alice.ringer.history()).isEmpty();
        assertThat(bob.ringer.history()).isEmpty();
        assertThat(log(alice)).hasSize(1);
        assertThat(log(bob)).hasSize(1);
        hangUp(bob);
        assertOver(CallStatus.ENDED, alice, bob);
    }

    @Test
    void race05_theLaterCallHasTheLowerId_itGoesOn() {
        ids.next();
        Handset carol = handset("carol", "tablet", builder -> builder.ids(() -> "s0"));
        alice.call(CallRequest.audio("carol"));
        carol.call(CallRequest.audio("alice"));
        time.advance(Duration.ofSeconds(1));

        assertThat(alice.now().sessionId()).isEqualTo("s0");
        assertThat(carol.now().sessionId()).isEqualTo("s0");
        assertThat(List.of(alice.phase(), carol.phase())).allMatch(RacesTest::isInCall);
        assertThat(log(alice)).extracting(Call::sessionId).containsExactly("s0");
        assertThat(log(carol)).extracting(Call::sessionId).containsExactly("s0");
        hangUp(alice);
        assertThat(carol.phase()).isEqualTo(CallPhase.ENDED);
    }

    @Test
    void race06_theCallerCrashedAndCallsAgain_theOldCallClosesAndTheNewOneRings() {
        talk();
        network.cut(alice.address);
        Handset phone = handset("alice", "phone");
        phone.call(CallRequest.audio("bob"));
        time.advance(Duration.ofSeconds(1));

        assertThat(bob.heardOf("s1")).containsOnlyOnce("ended");
        assertThat(bob.showsIncoming("s2")).isTrue();
        network.heal(alice.address);
        time.advance(Duration.ofSeconds(10));
        assertThat(alice.phase()).isEqualTo(CallPhase.ENDED);
    }

    @Test
    void race07_hangUpBeforeTheCallIsOut_nobodyRings() {
        alice.call(CallRequest.audio("bob"));
        alice.controller.hangUp();
        time.advance(Duration.ofSeconds(10));

        assertOver(CallStatus.CANCELLED, alice);
        assertThat(bob.showsIncoming("s1")).isFalse();
        assertThat(bob.ringer.sounding()).isEmpty();
    }

    @Test
    void race07_theCancelOvertakesTheCall_theCallIsBornDead() {
        Phone carol = new Phone(hub, time, "carol", "tablet");
        CompletableFuture<Call> cancel = carol.line.reject("s9", CallStatus.CANCELLED);
        assertThatThrownBy(() -> carol.get(cancel))
                .cause()
                .isInstanceOfSatisfying(
                        CallException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ERR_CALL_SESSION_NOT_FOUND));
        Call late = carol.get(carol.line.initiate("s9", CallRequest.audio("bob")));

        assertThat(late.status()).isEqualTo(CallStatus.CANCELLED);
        assertThat(bob.heardOf("s9")).isEmpty();
        assertThat(log(bob)).extracting(Call::status).containsExactly(CallStatus.CANCELLED);
        carol.line.close();
    }

    @Test
    void race08_everyMessageTwiceAndInDisorder_everyEventOnce() {
        network.weather(new VirtualNetwork.Weather(0, 1, Duration.ofSeconds(2)));
        alice.call(CallRequest.audio("bob"));
        time.advance(Duration.ofSeconds(8));
        bob.accept("s1");
        time.advance(Duration.ofSeconds(15));
        bob.end("s1");
        time.advance(Duration.ofSeconds(15));

        assertThat(alice.heardOf("s1")).containsExactly("remoteRinging", "accepted", "ended");
        assertThat(bob.heardOf("s1")).containsExactly("incoming");
        assertOver(CallStatus.ENDED, alice, bob);
    }

    @Test
    void race09_aLateDeviceRingsForWhatIsLeft() {
        network.cut(bob.address);
        ring();
        time.advance(Duration.ofSeconds(20));
        network.heal(bob.address);
        time.advance(Duration.ofSeconds(10));
        assertThat(bob.showsIncoming("s1")).isTrue();
        time.advance(Duration.ofSeconds(15));

        assertThat(bob.phase()).isNotEqualTo(CallPhase.INCOMING);
        assertThat(bob.heardOf("s1")).containsExactly("incoming", "cancelled UNANSWERED");
    }

    @Test
    void race09_aCallThatIsOverIsLoggedAndNotRung() {
        network.cut(bob.address);
        ring();
        time.advance(Duration.ofSeconds(50));
        network.heal(bob.address);
        Handset tablet = handset("bob", "tablet");
        time.advance(Duration.ofSeconds(10));

        assertThat(bob.ringer.history()).isEmpty();
        assertThat(tablet.heardOf("s1")).isEmpty();
        assertThat(log(bob)).extracting(Call::status).containsExactly(CallStatus.UNANSWERED);
    }

    @Test
    void race10_aCallWaitsWhileOneTalks() {
        talk();
        Handset carol = handset("carol", "tablet");
        carol.call(CallRequest.audio("bob"));
        time.advance(Duration.ofSeconds(1));

        assertThat(isInCall(bob.phase())).isTrue();
        assertThat(bob.now().waiting()).extracting(Call::sessionId).containsExactly("s2");
        assertThat(bob.ringer.sounding()).isEqualTo("callWaiting s2");
        hangUp(bob);
        assertThat(bob.showsIncoming("s2")).isTrue();
    }

    @Test
    void race10_busyOnlyIfAllDevicesAre() {
        Handset carol = handset("carol", "tablet", builder -> builder.waitingPolicy(WaitingPolicy.BUSY));
        carol.call(CallRequest.audio("bob"));
        time.advance(Duration.ofSeconds(1));
        bob.accept("s1");
        time.advance(Duration.ofSeconds(1));
        alice.call(CallRequest.audio("carol"));
        time.advance(Duration.ofSeconds(1));

        assertThat(alice.heardOf("s2")).contains("rejected BUSY");
        Handset phone = handset("carol", "phone");
        alice.call(CallRequest.audio("carol"));
        time.advance(Duration.ofSeconds(1));
        assertThat(phone.showsIncoming("s3")).isTrue();
        assertThat(alice.phase()).isEqualTo(CallPhase.OUTGOING);
    }

    @Test
    void race11_theLastDeclineInAGroupDoesNotEndTheCall() {
        Handset carol = handset("carol", "tablet");
        alice.call(CallRequest.group("team", CallType.AUDIO));
        time.advance(Duration.ofSeconds(1));
        bob.accept("s1");
        carol.reject("s1", CallStatus.REJECTED);
        time.advance(Duration.ofSeconds(1));

        assertThat(List.of(alice.phase(), bob.phase())).allMatch(RacesTest::isInCall);
        hangUp(alice);
        assertOver(CallStatus.ENDED, alice, bob);
        assertOver(CallStatus.REJECTED, carol);
    }

    @Test
    void race11_everybodyDeclines_theCallIsRejected() {
        Handset carol = handset("carol", "tablet");
        alice.call(CallRequest.group("team", CallType.AUDIO));
        time.advance(Duration.ofSeconds(1));
        bob.reject("s1", CallStatus.REJECTED);
        time.advance(Duration.ofSeconds(1));
        assertThat(alice.phase()).isEqualTo(CallPhase.OUTGOING);
        carol.reject("s1", CallStatus.REJECTED);
        time.advance(Duration.ofSeconds(1));

        assertOver(CallStatus.REJECTED, alice, bob, carol);
    }

    @Test
    void race12_acceptThenInstantHangUp_theCallEnds() {
        ring();
        bob.accept("s1");
        bob.controller.hangUp();
        time.advance(Duration.ofSeconds(2));

        assertOver(CallStatus.ENDED, alice, bob);
        assertThat(alice.heardOf("s1")).containsOnlyOnce("ended");
    }

    @Test
    void race13_bothEndAtOnceAndTwice_itEndsOnce() {
        talk();
        for (Handset handset : List.of(alice, bob, alice, bob)) {
            handset.end("s1");
        }
        time.advance(Duration.ofSeconds(2));

        assertOver(CallStatus.ENDED, alice, bob);
        assertThat(alice.heardOf("s1").stream().filter("ended"::equals)).hasSizeLessThanOrEqualTo(1);
        assertThat(log(alice)).hasSize(1);
    }

    @Test
    void race14_theLineIsLostWhileItRings_theCallerCatchesUp() {
        ring();
        network.cut(alice.address);
        time.advance(Duration.ofSeconds(12));
        assertThat(alice.phase()).isEqualTo(CallPhase.OUTGOING);
        assertThat(alice.now().connection()).isEqualTo(ConnectionState.RECONNECTING);
        bob.accept("s1");
        time.advance(Duration.ofSeconds(4));
        network.heal(alice.address);
        time.advance(Duration.ofSeconds(5));

        assertThat(alice.now().connection()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(List.of(alice.phase(), bob.phase())).allMatch(RacesTest::isInCall);
        hangUp(alice);
    }

    @Test
    void race15_acceptedButNeverJoined_itFailsOnBothSides() {
        Handset carol = handset("carol", "tablet", CallController.Builder::startSessionsManually);
        alice.call(CallRequest.audio("carol"));
        time.advance(Duration.ofSeconds(1));
        carol.accept("s1");
        time.advance(Duration.ofSeconds(19));
        assertThat(isInCall(alice.phase())).isTrue();
        time.advance(Duration.ofSeconds(2));

        assertOver(CallStatus.ENDED, alice, carol);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.JOIN_FAILED);
        assertThat(carol.now().endReason()).isEqualTo(EndReason.JOIN_FAILED);
    }

    @Test
    void race16_aCrashMidCall_theHubEndsIt() {
        talk();
        network.cut(bob.address);
        time.advance(Duration.ofSeconds(24));
        assertThat(isInCall(alice.phase())).isTrue();
        time.advance(Duration.ofSeconds(7));

        assertThat(alice.phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.CONNECTION_LOST);
        network.heal(bob.address);
        time.advance(Duration.ofSeconds(10));
        assertOver(CallStatus.ENDED, alice, bob);
    }

    @Test
    void race18_noDeviceHearsItself() {
        Phone carol = new Phone(hub, time, "carol", "tablet");
        carol.get(carol.line.initiate("s9", CallRequest.audio("bob")));
        carol.get(carol.line.reject("s9", CallStatus.CANCELLED));
        assertThat(carol.events).extracting(event -> event.header().uid()).doesNotContain("carol");
        carol.line.close();
    }

    @Test
    void race18_nobodyCallsOneself() {
        CompletableFuture<Call> call = alice.controller.initiateCall(CallRequest.audio("alice"));
        time.advance(Duration.ofSeconds(1));

        assertThat(call).isCompletedExceptionally();
        assertThatThrownBy(call::join)
                .cause()
                .isInstanceOfSatisfying(
                        CallException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.ERR_CALLING_SELF));
        assertThat(alice.ringer.history()).isEmpty();
    }

    private Handset handset(String uid, String deviceId) {
        return handset(uid, deviceId, builder -> {});
    }

    private Handset handset(String uid, String deviceId, Consumer<CallController.Builder> setup) {
        Handset handset = new Handset(hub, time, uid, deviceId, ids::next, setup);
        handsets.add(handset);
        time.runReady();
        return handset;
    }

    private void ring() {
        alice.call(CallRequest.audio("bob"));
        time.runReady();
    }

    private void talk() {
        ring();
        bob.accept("s1");
        time.advance(Duration.ofSeconds(1));
        assertThat(List.of(alice.phase(), bob.phase())).allMatch(RacesTest::isInCall);
    }

    private void hangUp(Handset handset) {
        handset.controller.hangUp();
        time.advance(Duration.ofSeconds(1));
    }

    private List<Call> log(Handset handset) {
        CompletableFuture<List<Call>> page =
                handset.controller.callLog(CallLogFilter.ALL).fetchNext();
        time.advance(Duration.ofSeconds(5));
        assertThat(page).isCompleted();
        return page.join();
    }

    private void assertOver(CallStatus status, Handset... sides) {
        for (Handset side : sides) {
            assertThat(side.phase()).as(side.address).isIn(CallPhase.ENDED, CallPhase.IDLE);
            assertThat(log(side))
                    .as(side.address)
                    .singleElement()
                    .satisfies(call -> assertThat(call.status()).isEqualTo(status));
        }
    }

    private static boolean isInCall(CallPhase phase) {
        return phase == CallPhase.CONNECTING || phase == CallPhase.ONGOING;
    }
}
