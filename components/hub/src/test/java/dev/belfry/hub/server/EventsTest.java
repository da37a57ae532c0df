package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallException;
import dev.belfry.call.CallToken;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.signaling.wire.ServerFrame;
import dev.belfry.signaling.wire.ServerFrame.Answer;
import dev.belfry.signaling.wire.WireCodec;
import dev.belfry.signaling.wire.WireCommand;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {
    private TestHub hub;

    @BeforeEach
    void start() throws CallException {
        hub = TestHub.start(builder -> builder.node("node-1").limits(Generous.LIMITS));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void the_first_frame_is_the_hello() {
        EventClient bob = EventClient.open(hub, "bob", 1);
        assertThat(bob.await(ServerFrame.Hello.class)).isEqualTo(new ServerFrame.Hello(0, "bob", "node-1"));
        assertThat(bob.frames.get(0)).isInstanceOf(ServerFrame.Hello.class);
    }

    @Test
    void a_call_rings_on_every_device_and_its_answer_comes_back() throws Exception {
        EventClient alice = EventClient.open(hub, "alice", 1);
        EventClient desk = EventClient.open(hub, "bob", 1);
        EventClient phone = EventClient.open(hub, "bob", "device=phone&start=1");
        hub.call("alice", "s1", "bob");
        assertThat(change(desk)).isEqualTo(CallChange.INCOMING);
        assertThat(change(phone)).isEqualTo(CallChange.INCOMING);

        hub.postAs("bob", "/v1/calls/s1/accept", "");
        awaitChange(alice, CallChange.ACCEPTED);
        awaitChange(phone, CallChange.ANSWERED_ELSEWHERE);
        assertThat(changes(desk)).doesNotContain(CallChange.ANSWERED_ELSEWHERE);
    }

    @Test
    void a_session_is_joined_muted_relayed_in_and_left() throws Exception {
        EventClient alice = EventClient.open(hub, "alice", 1);
        EventClient bob = EventClient.open(hub, "bob", 1);
        hub.call("alice", "s1", "bob");
        hub.postAs("bob", "/v1/calls/s1/accept", "");
        String first = join(alice, "alice");
        String second = join(bob, "bob");
        await().atMost(EventClient.LIMIT)
                .until(() -> events(alice).stream().anyMatch(SignalingEvent.ParticipantJoined.class::isInstance));

        PeerMessage offer = new PeerMessage.Description(PeerMessage.DescriptionType.OFFER, "v=0\r\n");
        alice.send(2, new WireCommand.Relay("s1", second, 0, offer));
        assertThat(alice.awaitAnswer(2)).isEqualTo(new ServerFrame.Answered(2, new Answer.Done()));
        await().atMost(EventClient.LIMIT)
                .until(() -> events(bob).stream()
                        .anyMatch(event -> event instanceof SignalingEvent.PeerMessageReceived received
                                && received.message().equals(offer)
                                && received.from().equals(first)));

        bob.send(3, new WireCommand.Mute("s1", true, false));
        assertThat(bob.awaitAnswer(3))
                .isInstanceOfSatisfying(
                        ServerFrame.Answered.class,
                        answered -> assertThat(answered.answer())
                                .isInstanceOfSatisfying(
                                        Answer.Muted.class,
                                        muted -> assertThat(muted.participant().isAudioMuted())
                                                .isTrue()));
        bob.send(4, new WireCommand.Leave("s1"));
        assertThat(bob.awaitAnswer(4)).isEqualTo(new ServerFrame.Answered(4, new Answer.Done()));
    }

    @Test
    void every_number_comes_once_and_in_order_also_across_connections() throws Exception {
        EventClient before = EventClient.open(hub, "bob", 1);
        before.await(ServerFrame.Hello.class); // a call that rings as a device comes rings for it once more
        ring("s1");
        await().atMost(EventClient.LIMIT).until(() -> before.numbers().size() >= 2);
        before.socket().abort();
        ring("s2");
        long last = before.numbers().get(before.numbers().size() - 1);
        EventClient after = EventClient.open(hub, "bob", "device=desk&start=1&since=" + last);
        ring("s3");
        await().atMost(EventClient.LIMIT).until(() -> after.numbers().contains(6L));
        assertThat(after.await(ServerFrame.Hello.class).since()).isEqualTo(last);
        assertThat(after.numbers())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(last + 1, 6).boxed().toList());
    }

    @Test
    void a_number_that_was_never_given_is_not_waited_for() {
        EventClient bob = EventClient.open(hub, "bob", "device=desk&start=1&since=999999");
        assertThat(bob.await(ServerFrame.Hello.class).since()).isZero();
    }

    @Test
    void another_connection_of_the_device_takes_over() {
        EventClient first = EventClient.open(hub, "bob", 1);
        first.await(ServerFrame.Hello.class);
        EventClient second = EventClient.open(hub, "bob", 1);
        assertThat(first.awaitClose()).isEqualTo(4410);
        EventClient third = EventClient.open(hub, "bob", 2);
        assertThat(second.awaitClose()).isEqualTo(4409);
        EventClient late = EventClient.open(hub, "bob", 1);
        assertThat(late.awaitClose()).isEqualTo(4409);
        assertThat(third.await(ServerFrame.Hello.class)).isNotNull();
        assertThat(third.closeCode).isZero();
    }

    @Test
    void whoever_signs_off_ends_its_calls() throws Exception {
        EventClient alice = EventClient.open(hub, "alice", 1);
        EventClient bob = EventClient.open(hub, "bob", 1);
        hub.call("alice", "s1", "bob");
        hub.postAs("bob", "/v1/calls/s1/accept", "");
        join(bob, "bob");
        join(alice, "alice");
        bob.send(9, new WireCommand.SignOff());
        assertThat(bob.awaitAnswer(9)).isEqualTo(new ServerFrame.Answered(9, new Answer.Done()));
        assertThat(bob.awaitClose()).isEqualTo(1000);
        awaitChange(alice, CallChange.ENDED);
    }

    @Test
    void a_command_that_fails_is_answered_with_its_code() {
        EventClient bob = EventClient.open(hub, "bob", 1);
        bob.send(1, new WireCommand.Leave("unknown"));
        assertThat(bob.awaitAnswer(1))
                .isInstanceOfSatisfying(
                        ServerFrame.Refused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(ErrorCode.ERR_CALL_SESSION_NOT_FOUND));
        bob.sendText("{\"id\":2,\"command\":\"sing\"}");
        assertThat(bob.awaitAnswer(2)).isInstanceOfSatisfying(ServerFrame.Refused.class, refused -> {
            assertThat(refused.error().code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
            assertThat(refused.error().detail()).isEqualTo("command");
        });
    }

    @Test
    void what_is_no_message_closes_the_connection() {
        for (String bad :
                List.of("hello", "[]", "{}", "{\"id\":\"1\"}", "{".repeat(1_000), "\"" + "x".repeat(70_000))) {
            EventClient bob = EventClient.open(hub, "bob", 1);
            bob.sendText(bad);
            assertThat(bob.awaitClose()).as(bad.substring(0, 2)).isEqualTo(4400);
        }
        EventClient bob = EventClient.open(hub, "bob", 1);
        bob.socket().sendBinary(ByteBuffer.allocate(8), true).join();
        assertThat(bob.awaitClose()).isEqualTo(4400);
    }

    @Test
    void a_browser_shows_its_token_as_a_subprotocol() {
        EventClient bob =
                EventClient.openAsBrowser(hub.http, EventClient.uri(hub, "device=tab&start=1"), hub.token("bob"));
        assertThat(bob.await(ServerFrame.Hello.class).uid()).isEqualTo("bob");
        assertThat(bob.socket().getSubprotocol()).isEqualTo("belfry.v1");
    }

    @Test
    void a_node_that_goes_down_says_so() {
        EventClient bob = EventClient.open(hub, "bob", 1);
        bob.await(ServerFrame.Hello.class);
        hub.close();
        assertThat(bob.awaitClose()).isEqualTo(1001);
    }

    @Test
    void who_is_connected_is_online() throws Exception {
        assertThat(WireCodec.readUser(hub.getAs("alice", "/v1/users/bob").body())
                        .online())
                .isFalse();
        EventClient bob = EventClient.open(hub, "bob", 1);
        bob.await(ServerFrame.Hello.class);
        assertThat(WireCodec.readUser(hub.getAs("alice", "/v1/users/bob").body())
                        .online())
                .isTrue();
    }

    /** Two events for Bob: it rings, it stops. */
    private void ring(String sid) throws Exception {
        hub.call("alice", sid, "bob");
        hub.postAs("alice", "/v1/calls/" + sid + "/reject", "{\"status\":\"cancelled\"}");
    }

    private String join(EventClient client, String uid) throws Exception {
        CallToken token =
                WireCodec.readToken(hub.postAs(uid, "/v1/calls/s1/token", "").body());
        client.send(1, new WireCommand.Join("s1", token.token(), false, false));
        ServerFrame answer = client.awaitAnswer(1);
        assertThat(answer).isInstanceOf(ServerFrame.Answered.class);
        Answer.Participants all = (Answer.Participants) ((ServerFrame.Answered) answer).answer();
        return all.participants().stream()
                .filter(participant -> participant.isLocalUser())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static CallChange change(EventClient client) {
        return ((CallChanged) client.await(ServerFrame.Delivered.class).event()).change();
    }

    private static void awaitChange(EventClient client, CallChange change) {
        await().atMost(EventClient.LIMIT).until(() -> changes(client).contains(change));
    }

    private static List<CallChange> changes(EventClient client) {
        return events(client).stream()
                .filter(CallChanged.class::isInstance)
                .map(event -> ((CallChanged) event).change())
                .toList();
    }

    private static List<SignalingEvent> events(EventClient client) {
        return client.frames.stream()
                .filter(ServerFrame.Delivered.class::isInstance)
                .map(frame -> ((ServerFrame.Delivered) frame).event())
                .toList();
    }
}
