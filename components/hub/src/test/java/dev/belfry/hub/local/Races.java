package dev.belfry.hub.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.control.CallController;
import dev.belfry.call.control.CallPhase;
import dev.belfry.hub.service.HubStore;
import dev.belfry.hub.service.InMemoryHubStore;
import dev.belfry.testkit.FakeScheduler;
import dev.belfry.testkit.VirtualNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/**
 * What tests of the races a ringing protocol has to survive share: whole devices on one hub, and a clock turned by hand.
 * The media glare of two sides that renegotiate at once needs a media transport and is not among the races.
 */
abstract class Races {
    final FakeScheduler time = new FakeScheduler();
    final VirtualNetwork network = new VirtualNetwork(time, 1);
    final LocalHub hub = LocalHub.builder()
            .clock(time, time)
            .store(newStore())
            .link(network::carry)
            .user("alice", "Alice")
            .user("bob", "Bob")
            .user("carol", "Carol")
            .group("team", "Team", "alice", "bob", "carol")
            .build();
    private final List<Handset> handsets = new ArrayList<>();
    final Iterator<String> ids = List.of("s1", "s2", "s3").iterator();
    final Handset alice = handset("alice", "laptop");
    final Handset bob = handset("bob", "desk");

    /** An empty store; asked for once, before the fields of an extension are set. */
    protected HubStore newStore() {
        return new InMemoryHubStore();
    }

    @AfterEach
    void nothingRingsAndNothingIsLeft() {
        time.advance(Duration.ofMinutes(5));
        for (Handset handset : handsets) {
            assertThat(handset.ringer.sounding()).isEmpty();
            assertThat(handset.phase()).isNotEqualTo(CallPhase.INCOMING);
            assertThat(handset.unanswered()).isZero();
            handset.controller.close();
            handset.line.close();
        }
        hub.close();
        time.advance(Duration.ofSeconds(10));
        assertThat(time.pending()).isZero();
    }

    Handset handset(String uid, String deviceId) {
        return handset(uid, deviceId, builder -> {});
    }

    Handset handset(String uid, String deviceId, Consumer<CallController.Builder> setup) {
        Handset handset = new Handset(hub.connect(uid, deviceId), deviceId, time, time, ids::next, setup);
        handsets.add(handset);
        time.runReady();
        return handset;
    }

    void ring() {
        alice.call(CallRequest.audio("bob"));
        time.runReady();
    }

    void talk() {
        ring();
        bob.accept("s1");
        time.advance(Duration.ofSeconds(1));
        assertThat(List.of(alice.phase(), bob.phase())).allMatch(Races::isInCall);
    }

    void hangUp(Handset handset) {
        handset.controller.hangUp();
        time.advance(Duration.ofSeconds(1));
    }

    List<Call> log(Handset handset) {
        CompletableFuture<List<Call>> page =
                handset.controller.callLog(CallLogFilter.ALL).fetchNext();
        time.advance(Duration.ofSeconds(5));
        assertThat(page).isCompleted();
        return page.join();
    }

    void assertOver(CallStatus status, Handset... sides) {
        for (Handset side : sides) {
            assertThat(side.phase()).as(side.address).isIn(CallPhase.ENDED, CallPhase.IDLE);
            assertThat(log(side))
                    .as(side.address)
                    .singleElement()
                    .satisfies(call -> assertThat(call.status()).isEqualTo(status));
        }
    }

    static boolean isInCall(CallPhase phase) {
        return phase == CallPhase.CONNECTING || phase == CallPhase.ONGOING;
    }
}
