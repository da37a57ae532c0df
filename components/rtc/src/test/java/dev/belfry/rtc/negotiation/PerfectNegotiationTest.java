package dev.belfry.rtc.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.negotiation.NegotiationState.Phase;
import dev.belfry.rtc.negotiation.PerfectNegotiation.Transition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every state against every event; what is right is in {@code perfect-negotiation.txt}. */
class PerfectNegotiationTest {
    @Test
    void every_event_leads_where_the_table_says() {
        List<String> actual = new ArrayList<>();
        for (boolean polite : new boolean[] {true, false}) {
            for (Phase phase : Phase.values()) {
                for (boolean ignoring : new boolean[] {false, true}) {
                    NegotiationState state = new NegotiationState(polite, phase, ignoring);
                    for (NegotiationEvent event : NegotiationEvent.values()) {
                        Transition transition = PerfectNegotiation.step(state, event);
                        actual.add(words(state) + " + " + event + " -> " + words(transition.state()) + " "
                                + transition.effects());
                    }
                }
            }
        }
        assertThat(actual)
                .containsExactlyElementsOf(
                        Peer.recorded("perfect-negotiation.txt").lines().toList());
    }

    private static String words(NegotiationState state) {
        return (state.polite() ? "polite " : "impolite ") + state.phase() + (state.ignoringOffer() ? " ignoring" : "");
    }
}
