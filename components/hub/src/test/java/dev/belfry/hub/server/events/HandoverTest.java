package dev.belfry.hub.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.User;
import dev.belfry.hub.service.Device;
import dev.belfry.hub.service.EventEntry;
import dev.belfry.hub.service.Hub;
import dev.belfry.hub.service.HubBuilder;
import dev.belfry.hub.service.InMemoryDirectory;
import dev.belfry.hub.service.NewEvents;
import dev.belfry.testkit.FakeScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With events as a hub makes them. */
class HandoverTest {
    private static final Device ALICE = new Device("alice", "desk");

    private final List<NewEvents> made = new ArrayList<>();
    private final Handover handover = new Handover();

    @BeforeEach
    void make_events_for_bob() throws Exception {
        FakeScheduler time = new FakeScheduler();
        try (Hub hub = new HubBuilder(
                        time,
                        time,
                        new InMemoryDirectory().add(User.of("alice", "Alice")).add(User.of("bob", "Bob")))
                .onEvents(made::add)
                .build()) {
            for (int call = 0; call < 4; call++) {
                hub.initiate(ALICE, "s" + call, CallRequest.audio("bob"));
                hub.reject(ALICE, "s" + call, CallStatus.CANCELLED);
            }
        }
        made.removeIf(events -> !events.uid().equals("bob"));
        assertThat(made).hasSize(8);
    }

    @Test
    void what_follows_on_what_is_known_is_taken_in_order() {
        made.forEach(handover::give);

        assertThat(handover.takeAfter(3).orElseThrow())
                .extracting(EventEntry::seq)
                .containsExactly(4L, 5L, 6L, 7L, 8L);
        assertThat(handover.takeAfter(8).orElseThrow()).isEmpty();
    }

    @Test
    void what_is_known_already_is_left_out() {
        handover.give(made.get(1));
        assertThat(handover.takeAfter(5).orElseThrow()).isEmpty();
    }

    @Test
    void with_something_missing_all_has_to_be_read() {
        handover.give(made.get(0));
        handover.give(made.get(2));

        assertThat(handover.takeAfter(0)).isEmpty();
        assertThat(handover.takeAfter(3)).as("all of it is gone").contains(List.of());
    }

    @Test
    void what_comes_in_another_order_has_to_be_read() {
        handover.give(made.get(1));
        handover.give(made.get(0));

        assertThat(handover.takeAfter(0)).isEmpty();
    }
}
