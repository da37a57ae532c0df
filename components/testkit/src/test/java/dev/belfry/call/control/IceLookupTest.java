package dev.belfry.call.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.IceServer;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IceLookupTest {
    private static final IceServer TURN = new IceServer(List.of("turn:turn.example"), "until-noon", "secret");

    private final Device alice = new Device();
    private final CompletableFuture<List<IceServer>> answer = new CompletableFuture<>();

    @AfterEach
    void nothing_is_left_after_the_call() {
        alice.controller.close();
        alice.clock.runReady();
        assertThat(alice.clock.pending()).as("timers left").isZero();
    }

    @Test
    void media_hears_of_the_servers_that_the_hub_offers() {
        alice.hub.iceServers(CompletableFuture.completedFuture(List.of(TURN)));
        alice.talking(CallType.AUDIO);
        assertThat(alice.media.session().iceServers()).containsExactly(TURN);
    }

    @Test
    void the_servers_are_asked_for_while_the_token_is_on_its_way() {
        alice.hub.iceServers(answer);
        accepted();
        answer.complete(List.of(TURN));
        alice.clock.runReady();
        assertThat(alice.hub.pending()).containsExactly("token s1");
        alice.join("s1");
        assertThat(alice.media.session().iceServers()).containsExactly(TURN);
    }

    @Test
    void a_hub_that_is_slow_to_answer_holds_a_call_up_for_three_seconds_at_most() {
        alice.hub.iceServers(answer);
        accepted();
        alice.answer("token", new CallToken("s1", "token"));
        alice.passes(2);
        assertThat(alice.hub.pending()).isEmpty();
        alice.passes(1);
        assertThat(alice.hub.pending()).containsExactly("join s1 audio=true video=false");
        alice.answer("join", List.of(Device.BOB_THERE, Calls.participant(Device.ALICE, true)));
        assertThat(alice.media.session().asked()).startsWith("connect alice-1");
        assertThat(alice.media.session().iceServers()).isEmpty();
    }

    @Test
    void a_call_goes_on_without_servers_that_the_hub_refuses() {
        answer.completeExceptionally(new CallException(ErrorCode.ERR_RATE_LIMITED));
        alice.hub.iceServers(answer);
        alice.talking(CallType.AUDIO);
        assertThat(alice.media.session().asked()).startsWith("connect alice-1");
        assertThat(alice.heard.events()).noneMatch(event -> event.startsWith("error"));
    }

    @Test
    void a_call_that_ends_waits_for_no_servers() {
        alice.hub.iceServers(answer);
        accepted();
        alice.answer("token", new CallToken("s1", "token"));
        alice.tell(
                CallChange.ENDED,
                Calls.changed(Calls.ringing("s1", Device.ALICE, Device.BOB, CallType.AUDIO), CallStatus.ENDED));
        alice.isSilentAndReleased();
    }

    private void accepted() {
        Call ongoing = Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING);
        alice.tell(CallChange.ACCEPTED, ongoing);
    }
}
