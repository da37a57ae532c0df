package dev.belfry.call.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerMessage.Candidate;
import dev.belfry.call.spi.PeerMessage.Description;
import dev.belfry.call.spi.PeerMessage.DescriptionType;
import dev.belfry.call.spi.PeerRole;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerMessagesTest {
    private static final PeerMessage OFFER = new Description(DescriptionType.OFFER, "v=0");
    private static final PeerMessage CANDIDATE = new Candidate("candidate:1", "0", 0, null);
    private static final Participant CAROL = Calls.participant(Device.CAROL, false);

    private final Device alice = new Device();

    @Test
    void what_media_says_goes_to_the_other_and_what_the_other_says_to_media() {
        alice.talking(CallType.VIDEO);
        alice.media.session().listener().onPeerMessage("bob-1", OFFER);
        alice.clock.runReady();
        assertThat(alice.hub.pending()).containsExactly("relay s1 bob-1 offer v=0");
        alice.hub.peerMessage("s1", Device.BOB_THERE, CANDIDATE);
        alice.clock.runReady();
        assertThat(alice.media.session().heard("bob-1")).containsExactly("candidate candidate:1");
    }

    @Test
    void messages_that_come_before_the_own_join_is_answered_wait_for_it() {
        Call ongoing = Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING);
        alice.tell(CallChange.ACCEPTED, ongoing);
        alice.answer("token", new CallToken("s1", "t"));
        alice.hub.participantJoined("s1", Device.BOB_THERE);
        alice.hub.peerMessage("s1", Device.BOB_THERE, OFFER);
        alice.hub.peerMessage("s1", Device.BOB_THERE, CANDIDATE);
        alice.clock.runReady();
        alice.answer("join", List.of(Calls.participant(Device.ALICE, true)));
        assertThat(alice.media.session().asked())
                .containsExactly(
                        "connect alice-1",
                        "add bob-1",
                        "receive bob-1 offer v=0",
                        "receive bob-1 candidate candidate:1");
    }

    @Test
    void messages_that_wait_are_bounded() {
        Call ongoing = Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING);
        alice.tell(CallChange.ACCEPTED, ongoing);
        alice.answer("token", new CallToken("s1", "t"));
        for (int i = 0; i < PeerMessages.MAX_WAITING + 10; i++) {
            alice.hub.peerMessage("s1", Device.BOB_THERE, CANDIDATE);
        }
        alice.clock.runReady();
        alice.answer("join", List.of(Device.BOB_THERE, Calls.participant(Device.ALICE, true)));
        assertThat(alice.media.session().heard("bob-1")).hasSize(PeerMessages.MAX_WAITING);
    }

    @Test
    void messages_of_who_left_or_was_never_there_are_dropped() {
        alice.talking(CallType.VIDEO);
        alice.hub.participantJoined("s1", CAROL);
        alice.hub.participantLeft("s1", CAROL);
        alice.hub.peerMessage("s1", CAROL, OFFER);
        alice.media.session().listener().onPeerMessage("carol-1", OFFER);
        alice.clock.runReady();
        assertThat(alice.media.session().heard("carol-1")).isEmpty();
        assertThat(alice.hub.pending()).isEmpty();
    }

    @Test
    void who_left_before_the_own_join_is_answered_is_not_added_after() {
        Call ongoing = Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING);
        alice.tell(CallChange.ACCEPTED, ongoing);
        alice.answer("token", new CallToken("s1", "t"));
        alice.hub.peerMessage("s1", CAROL, OFFER);
        alice.hub.participantLeft("s1", CAROL);
        alice.clock.runReady();
        alice.answer("join", List.of(CAROL, Device.BOB_THERE, Calls.participant(Device.ALICE, true)));
        assertThat(alice.media.session().asked()).containsExactly("connect alice-1", "add bob-1");
        assertThat(alice.now().participants()).extracting(Participant::uid).containsExactly("alice", "bob");
    }

    @Test
    void a_message_to_who_has_just_left_is_no_error_but_one_that_is_refused_is() {
        alice.talking(CallType.VIDEO);
        alice.heard.clear();
        alice.media.session().listener().onPeerMessage("bob-1", OFFER);
        alice.media.session().listener().onPeerMessage("bob-1", CANDIDATE);
        alice.clock.runReady();
        alice.fail("relay", ErrorCode.ERR_CALL_NOT_A_PART);
        assertThat(alice.heard.eventsButStates()).isEmpty();
        alice.fail("relay", ErrorCode.ERR_BAD_REQUEST);
        assertThat(alice.heard.eventsButStates()).containsExactly("error ERR_BAD_REQUEST");
    }

    @Test
    void the_caller_is_impolite_and_the_callee_polite() {
        alice.talking(CallType.VIDEO);
        assertThat(alice.media.session().role("bob-1")).isEqualTo(PeerRole.IMPOLITE);

        Device called = new Device();
        Call call = called.rings("s7", Device.BOB, CallType.VIDEO);
        called.accept("s7");
        called.answer("accept", Calls.changed(call, CallStatus.ONGOING));
        called.join("s7");
        assertThat(called.media.session().role("bob-1")).isEqualTo(PeerRole.POLITE);
    }

    @Test
    void of_two_who_did_not_call_one_is_impolite_and_both_know_which() {
        Participant dave = Calls.participant(User.of("dave", "Dave"), false);
        assertThat(PeerRole.of(CAROL, dave, "bob")).isEqualTo(PeerRole.IMPOLITE);
        assertThat(PeerRole.of(dave, CAROL, "bob")).isEqualTo(PeerRole.POLITE);
        assertThat(PeerRole.of(dave, CAROL, "dave")).isEqualTo(PeerRole.IMPOLITE);
        assertThat(PeerRole.of(CAROL, dave, "dave")).isEqualTo(PeerRole.POLITE);
    }
}
