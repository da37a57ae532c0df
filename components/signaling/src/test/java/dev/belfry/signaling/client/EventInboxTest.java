package dev.belfry.signaling.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Participant;
import dev.belfry.call.spi.SignalingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventInboxTest {
    private final List<String> heard = new ArrayList<>();
    private final EventInbox inbox =
            new EventInbox(10, event -> heard.add(event.header().messageId()));

    @Test
    void eventsThatComeInDisorderAreHeardInOrder() {
        inbox.receive(13, event("c"));
        inbox.receive(12, event("b"));
        assertThat(heard).isEmpty();
        assertThat(inbox.hasGap()).isTrue();
        inbox.receive(11, event("a"));

        assertThat(heard).containsExactly("a", "b", "c");
        assertThat(inbox.last()).isEqualTo(13);
        assertThat(inbox.hasGap()).isFalse();
    }

    @Test
    void anEventThatComesTwiceIsHeardOnce() {
        inbox.receive(11, event("a"));
        inbox.receive(11, event("a"));
        inbox.receive(9, event("old"));
        inbox.receive(12, event("a"));

        assertThat(heard).containsExactly("a");
        assertThat(inbox.last()).isEqualTo(12);
    }

    @Test
    void aNumberForAnotherDeviceLeavesNoGap() {
        inbox.receive(11, null);
        inbox.receive(12, event("b"));

        assertThat(heard).containsExactly("b");
    }

    @Test
    void whatIsLostForGoodIsSkipped() {
        inbox.receive(12, event("too late"));
        inbox.skipTo(20);
        inbox.receive(21, event("a"));

        assertThat(heard).containsExactly("a");
        assertThat(inbox.hasGap()).isFalse();
    }

    @Test
    void aLongLifeIsRememberedOnlyInPart() {
        for (int i = 0; i < 3_000; i++) {
            inbox.receive(11 + i, event("m" + i));
        }
        assertThat(heard).hasSize(3_000);
    }

    private static SignalingEvent event(String messageId) {
        return new SignalingEvent.ParticipantLeft(
                new SignalingEvent.Header(0, messageId, "s", "bob", "desk", Duration.ZERO),
                new Participant("p", "bob", "Bob", null, false, false, false, Instant.EPOCH));
    }
}
