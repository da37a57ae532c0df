package dev.belfry.hub.server;

import static dev.belfry.hub.server.Phone.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallRequest;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.ParticipantJoined;
import dev.belfry.call.spi.SignalingEvent.ParticipantMuted;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A network that doubles what the hub says and changes its order. */
class ScrambledEventsTest {
    private static final int CALLS = 5;
    private static final int MESSAGES = 20;

    @Test
    void every_event_is_heard_once_and_in_order() throws Exception {
        try (TestHub hub = TestHub.start(builder -> builder.limits(Generous.LIMITS));
                Scrambler toAlice = new Scrambler(1);
                Scrambler toBob = new Scrambler(2);
                Wire alices = new Wire(hub.server.port(), toAlice);
                Wire bobs = new Wire(hub.server.port(), toBob);
                Phone alice = Phone.connect(hub.token("alice"), alices.uri());
                Phone bob = Phone.connect(hub.token("bob"), bobs.uri())) {
            for (int call = 0; call < CALLS; call++) {
                talk(alice, bob, "s" + call);
            }

            for (int call = 0; call < CALLS; call++) {
                assertThat(alice.changes("s" + call))
                        .containsExactly(CallChange.REMOTE_RINGING, CallChange.ACCEPTED, CallChange.ENDED);
                assertThat(bob.changes("s" + call)).containsExactly(CallChange.INCOMING);
            }
            assertInOrder(alice);
            assertInOrder(bob);
            assertThat(bob.count(PeerMessageReceived.class)).isEqualTo(CALLS * MESSAGES);
            assertThat(bob.count(ParticipantMuted.class)).isEqualTo(CALLS);
            assertThat(alice.count(ParticipantJoined.class)).isEqualTo(CALLS);
            for (Scrambler scrambler : List.of(toAlice, toBob)) {
                assertThat(scrambler.doubled).hasPositiveValue();
                assertThat(scrambler.late).hasPositiveValue();
            }
        }
    }

    private static void talk(Phone alice, Phone bob, String session) throws Exception {
        get(alice.line.initiate(session, CallRequest.video("bob")));
        bob.awaitChange(session, CallChange.INCOMING);
        get(bob.line.ringing(session));
        alice.awaitChange(session, CallChange.REMOTE_RINGING);
        get(bob.line.accept(session));
        alice.awaitChange(session, CallChange.ACCEPTED);
        alice.join(session);
        String to = bob.join(session);
        long heard = bob.count(PeerMessageReceived.class);
        for (int i = 0; i < MESSAGES; i++) {
            get(alice.line.relay(session, to, new PeerMessage.EndOfCandidates("u" + i)));
        }
        get(alice.line.mute(session, true, true));
        await().atMost(EventClient.LIMIT).until(() -> bob.count(PeerMessageReceived.class) == heard + MESSAGES);
        assertThat(ufrags(bob, session))
                .isEqualTo(IntStream.range(0, MESSAGES).mapToObj(i -> "u" + i).toList());
        get(bob.line.end(session));
        alice.awaitChange(session, CallChange.ENDED);
    }

    private static List<String> ufrags(Phone phone, String session) {
        return phone.events.stream()
                .filter(event -> event.header().sessionId().equals(session))
                .filter(PeerMessageReceived.class::isInstance)
                .map(event -> ((PeerMessage.EndOfCandidates) ((PeerMessageReceived) event).message()).ufrag())
                .toList();
    }

    private static void assertInOrder(Phone phone) {
        assertThat(phone.events)
                .extracting(event -> event.header().seq())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(phone.events)
                .extracting(SignalingEvent::header)
                .extracting(SignalingEvent.Header::messageId)
                .doesNotHaveDuplicates();
    }
}
