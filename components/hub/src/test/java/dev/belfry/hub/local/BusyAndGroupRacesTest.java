package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.control.CallController.WaitingPolicy;
import dev.belfry.call.control.CallPhase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Races of more than two: calls that come while another goes on, and members of a group who decline. */
public class BusyAndGroupRacesTest extends Races {
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

        assertThat(List.of(alice.phase(), bob.phase())).allMatch(Races::isInCall);
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
}
