package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.control.CallPhase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Races about a call on its way out: glare, calling again after a crash, a hang-up that comes first, own echo. */
public class DialRacesTest extends Races {
    @Test
    void race05_bothCallEachOther_oneCallGoesOnAndNobodyHearsARing() {
        alice.call(CallRequest.audio("bob"));
        bob.call(CallRequest.audio("alice"));
        time.advance(Duration.ofSeconds(1));

        assertThat(alice.now().sessionId()).isEqualTo("s1");
        assertThat(bob.now().sessionId()).isEqualTo("s1");
        assertThat(List.of(alice.phase(), bob.phase())).allMatch(Races::isInCall);
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
        assertThat(List.of(alice.phase(), carol.phase())).allMatch(Races::isInCall);
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
}
