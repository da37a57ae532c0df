package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.PeerMessage.Candidate;
import dev.belfry.call.spi.PeerMessage.Description;
import dev.belfry.call.spi.PeerMessage.DescriptionType;
import dev.belfry.call.spi.PeerMessage.EndOfCandidates;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.Header;
import dev.belfry.testkit.FakeScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The events of each user. */
interface EventContract extends StoreContract {
    @Test
    default void eventsAreNumberedPerUserFromOne() throws CallException {
        change(in -> {
            in.append(StoreSamples.draft("bob", 1));
            in.append(StoreSamples.draft("alice", 2));
            in.append(StoreSamples.draft("bob", 3));
        });
        change(in -> in.append(StoreSamples.draft("bob", 4)));
        List<EventEntry> bob = events("bob", 0);
        assertThat(bob).extracting(EventEntry::seq).containsExactly(1L, 2L, 3L);
        assertThat(bob).extracting(StoreSamples::number).containsExactly(1, 3, 4);
        assertThat(events("alice", 0)).extracting(StoreSamples::number).containsExactly(2);
        assertThat(head("bob")).isEqualTo(3);
        assertThat(head("alice")).isEqualTo(1);
    }

    @Test
    default void thoseAfterANumberAreGiven() throws CallException {
        change(in -> {
            for (int i = 1; i <= 5; i++) {
                in.append(StoreSamples.draft("bob", i));
            }
        });
        assertThat(events("bob", 3)).extracting(EventEntry::seq).containsExactly(4L, 5L);
        assertThat(events("bob", 5)).isEmpty();
        assertThat(events("bob", 9)).isEmpty();
    }

    @Test
    default void nobodysEventsAreNone() throws CallException {
        assertThat(events("bob", 0)).isEmpty();
        assertThat(head("bob")).isZero();
    }

    @Test
    default void forgottenEventsLeaveTheNumbersGoingOn() throws CallException {
        change(in -> {
            in.append(StoreSamples.draft("bob", 1));
            in.append(StoreSamples.draft("bob", 2));
            in.append(StoreSamples.draft("bob", 3));
        });
        change(in -> in.prune(StoreSamples.START.plusSeconds(3)));
        assertThat(events("bob", 0)).extracting(EventEntry::seq).containsExactly(3L);
        change(in -> in.prune(StoreSamples.START.plusSeconds(9)));
        assertThat(events("bob", 0)).isEmpty();
        assertThat(head("bob")).isEqualTo(3);
        change(in -> in.append(StoreSamples.draft("bob", 4)));
        assertThat(events("bob", 0)).extracting(EventEntry::seq).containsExactly(4L);
    }

    @Test
    default void everyEventIsKeptAsItIs() throws CallException {
        List<EventDraft> drafts = drafts();
        change(in -> drafts.forEach(in::append));
        assertThat(events("bob", 0)).extracting(EventEntry::draft).containsExactlyElementsOf(drafts);
    }

    /** Every kind of event, as the hub makes them, to every kind of audience. */
    private static List<EventDraft> drafts() {
        CallRecord ringing = StoreSamples.ringing("s1");
        Cast cast = new Cast(
                Map.of("alice", Optional.of(User.of("alice", "Älice")), "bob", Optional.empty()),
                Map.of(),
                Set.of(StoreSamples.BOB));
        CallViews views = new CallViews(new FakeScheduler());
        Header header = new Header(0, "m1", "s1", "alice", "laptop", Duration.ZERO);
        Participant participant =
                new Participant("p1", "alice", "Älice", null, true, false, false, StoreSamples.START.plusMillis(3));
        List<SignalingEvent> events = new ArrayList<>();
        for (CallRecord record :
                List.of(ringing, StoreSamples.accepted(ringing, "desk"), StoreSamples.ended(ringing))) {
            Call call = views.view(record, cast, "bob");
            events.add(new SignalingEvent.CallChanged(header, CallChange.INCOMING, call, Duration.ofSeconds(45)));
        }
        events.add(new SignalingEvent.ParticipantJoined(header, participant));
        events.add(new SignalingEvent.ParticipantLeft(header, participant));
        events.add(new SignalingEvent.ParticipantMuted(header, participant));
        Description offer = new Description(DescriptionType.OFFER, "v=0\r\n\"ü\"");
        events.add(new SignalingEvent.PeerMessageReceived(header, "p1", "p2", offer));
        Candidate candidate = new Candidate("candidate:1", "0", 0, "frag");
        events.add(new SignalingEvent.PeerMessageReceived(header, "p1", "p2", candidate));
        events.add(new SignalingEvent.PeerMessageReceived(header, "p1", "p2", new EndOfCandidates(null)));
        List<Audience> audiences =
                List.of(Audience.allOf("bob"), Audience.one(StoreSamples.BOB), Audience.othersOf(StoreSamples.BOB));
        List<EventDraft> drafts = new ArrayList<>();
        for (SignalingEvent event : events) {
            drafts.add(new EventDraft(
                    StoreSamples.START.plusMillis(drafts.size()), audiences.get(drafts.size() % 3), event));
        }
        return drafts;
    }
}
