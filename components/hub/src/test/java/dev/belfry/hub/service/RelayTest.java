package dev.belfry.hub.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerMessage.Candidate;
import dev.belfry.call.spi.PeerMessage.Description;
import dev.belfry.call.spi.PeerMessage.DescriptionType;
import dev.belfry.call.spi.PeerMessage.EndOfCandidates;
import dev.belfry.call.spi.SignalingEvent.PeerMessageReceived;
import dev.belfry.testkit.FakeScheduler;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What participants say to each other, on any store. */
public class RelayTest {
    private static final Device ALICE = new Device("alice", "laptop");
    private static final Device BOB = new Device("bob", "desk");
    private static final Device BOBS_TABLET = new Device("bob", "tablet");
    private static final Device CAROL = new Device("carol", "tablet");
    private static final PeerMessage OFFER = new Description(DescriptionType.OFFER, "v=0");
    private static final PeerMessage CANDIDATE = new Candidate("candidate:1", "0", 0, null);

    private final FakeScheduler time = new FakeScheduler();
    private final InMemoryDirectory directory = new InMemoryDirectory()
            .add(User.of("alice", "Alice"))
            .add(User.of("bob", "Bob"))
            .add(User.of("carol", "Carol"));
    private final Hub hub =
            new HubBuilder(time, time, directory).store(newStore()).build();

    /** An empty store; asked for once, before the fields of an extension are set. */
    protected HubStore newStore() {
        return new InMemoryHubStore();
    }

    @Test
    void messagesReachTheAddressedDeviceAloneInOrder() throws CallException {
        hub.connect(BOBS_TABLET, 1);
        String alice = ring(ALICE);
        String bob = join(BOB);
        hub.relay(ALICE, "s", bob, 0, OFFER);
        hub.relay(ALICE, "s", bob, 1, CANDIDATE);
        hub.relay(ALICE, "s", bob, 2, new EndOfCandidates(null));

        assertThat(messages(BOB))
                .extracting(PeerMessageReceived::message)
                .containsExactly(OFFER, CANDIDATE, new EndOfCandidates(null));
        assertThat(messages(BOB)).allSatisfy(message -> {
            assertThat(message.from()).isEqualTo(alice);
            assertThat(message.to()).isEqualTo(bob);
            assertThat(message.header().uid()).isEqualTo("alice");
        });
        assertThat(messages(BOBS_TABLET)).isEmpty();
        assertThat(messages(ALICE)).isEmpty();
    }

    @Test
    void theSameNumberAgainIsTheSameMessage() throws CallException {
        ring(ALICE);
        String bob = join(BOB);
        hub.relay(ALICE, "s", bob, 0, OFFER);
        hub.relay(ALICE, "s", bob, 0, OFFER);
        hub.relay(ALICE, "s", bob, 1, OFFER);

        List<String> ids =
                messages(BOB).stream().map(event -> event.header().messageId()).toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void onlyThoseWhoJoinedTheSessionTalk() throws CallException {
        hub.initiate(ALICE, "s", CallRequest.audio("bob"));
        assertFails(ErrorCode.ERR_CALL_NOT_STARTED, () -> hub.relay(ALICE, "s", "p", 0, OFFER));
        hub.accept(BOB, "s");
        String alice = join(ALICE);
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.relay(BOB, "s", alice, 0, OFFER));
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.relay(ALICE, "s", "nobody", 0, OFFER));
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.relay(ALICE, "s", alice, 0, OFFER));
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.relay(CAROL, "s", alice, 0, OFFER));
        String bob = join(BOB);
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.relay(BOBS_TABLET, "s", alice, 0, OFFER));
        hub.relay(BOB, "s", alice, 0, OFFER);
        hub.leave(BOB, "s");
        assertFails(ErrorCode.ERR_CALL_NOT_A_PART, () -> hub.relay(ALICE, "s", bob, 0, OFFER));
        hub.end(ALICE, "s");
        assertFails(ErrorCode.ERR_CALL_TERMINATED, () -> hub.relay(ALICE, "s", bob, 0, OFFER));
        assertFails(ErrorCode.ERR_CALL_SESSION_NOT_FOUND, () -> hub.relay(ALICE, "none", bob, 0, OFFER));
    }

    @Test
    void whatIsTooLargeIsRefusedByItsField() throws CallException {
        ring(ALICE);
        String bob = join(BOB);
        String tooLong = "x".repeat(PeerMessage.MAX_CANDIDATE + 1);
        assertBad("sdp", bob, new Description(DescriptionType.ANSWER, "x".repeat(PeerMessage.MAX_SDP + 1)));
        assertBad("sdp", bob, new Description(DescriptionType.ANSWER, ""));
        assertBad("candidate", bob, new Candidate(tooLong, "0", 0, null));
        assertBad("mid", bob, new Candidate("candidate:1", "m".repeat(PeerMessage.MAX_MID + 1), 0, null));
        assertBad("mLineIndex", bob, new Candidate("candidate:1", null, -1, null));
        assertThat(messages(BOB)).isEmpty();
    }

    private void assertBad(String field, String to, PeerMessage message) {
        assertThatThrownBy(() -> hub.relay(ALICE, "s", to, 0, message))
                .isInstanceOfSatisfying(CallException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
                    assertThat(refused.detail()).isEqualTo(field);
                });
    }

    /** Has Alice call Bob, Bob accept, and the device join; returns the id of its participation. */
    private String ring(Device first) throws CallException {
        hub.initiate(ALICE, "s", CallRequest.audio("bob"));
        hub.accept(BOB, "s");
        return join(first);
    }

    private String join(Device device) throws CallException {
        return hub.join(device, hub.token(device, "s"), false, false).stream()
                .filter(Participant::isLocalUser)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<PeerMessageReceived> messages(Device device) throws CallException {
        return hub.events(device, 0).deliveries().stream()
                .map(Batch.Delivery::event)
                .filter(PeerMessageReceived.class::isInstance)
                .map(PeerMessageReceived.class::cast)
                .toList();
    }

    private static void assertFails(ErrorCode code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        CallException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
