package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.control.CallPhase;
import dev.belfry.testkit.VirtualNetwork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Races of a bad line: messages doubled and in disorder, late invitations, a line lost while it rings. */
public class LineRacesTest extends Races {
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
        assertThat(List.of(alice.phase(), bob.phase())).allMatch(Races::isInCall);
        hangUp(alice);
    }
}
