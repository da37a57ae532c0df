package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.EndReason;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Races about the end: instant and double hang-ups, a session never joined, a crash. */
public class EndRacesTest extends Races {
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
}
