package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.control.CallPhase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Races about who answers: accept against cancel, timeout, and accept or decline elsewhere. */
public class AnswerRacesTest extends Races {
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
}
