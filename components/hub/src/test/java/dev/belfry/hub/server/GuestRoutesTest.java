package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ReceiverType;
import dev.belfry.signaling.wire.AdminCodec;
import dev.belfry.signaling.wire.AdminMessage.GuestLink;
import dev.belfry.signaling.wire.AdminMessage.GuestSession;
import dev.belfry.signaling.wire.ServerFrame;
import dev.belfry.signaling.wire.WireCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestRoutesTest {
    private TestHub hub;

    @BeforeEach
    void start() throws CallException {
        hub = TestHub.start(builder -> builder.limits(Generous.LIMITS));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void a_guest_calls_whom_the_link_is_for() throws Exception {
        GuestLink link = link("bob", "user");
        assertThat(link.url().toString()).isEqualTo(hub.server.uri() + "/#code=" + link.code());
        GuestSession session = session(link);
        assertThat(session.user().uid()).startsWith("guest-");
        assertThat(session.user().name()).isEqualTo("Visitor");
        assertThat(session.receiverId()).isEqualTo("bob");
        assertThat(session.receiverType()).isEqualTo(ReceiverType.USER);

        EventClient bob = EventClient.open(hub, "bob", 1);
        bob.await(ServerFrame.Hello.class);
        TestHub.Answer called = call(session, "g1", "bob");
        assertThat(WireCodec.readCall(called.body()).status()).isEqualTo(CallStatus.INITIATED);
        bob.await(ServerFrame.Delivered.class);
        assertThat(call(session, "g1", "bob").status()).isEqualTo(200);
        hub.postAs("bob", "/v1/calls/g1/accept", "");
        assertThat(hub.post(session.token(), "/v1/calls/g1/token", "").status()).isEqualTo(200);
        assertThat(hub.post(session.token(), "/v1/calls/g1/end", "").status()).isEqualTo(200);
    }

    @Test
    void a_link_is_good_once() throws Exception {
        GuestLink link = link("bob", "user");
        session(link);
        CallRoutesTest.refused(begin(link.code()), 401, "ERR_UNAUTHORIZED");
        CallRoutesTest.refused(begin("guessed"), 401, "ERR_UNAUTHORIZED");
    }

    @Test
    void a_guest_calls_once() throws Exception {
        GuestSession session = session(link("bob", "user"));
        call(session, "g1", "bob");
        hub.post(session.token(), "/v1/calls/g1/reject", "{\"status\":\"cancelled\"}");
        CallRoutesTest.refused(call(session, "g2", "bob"), 403, "ERR_CALL_NOT_A_PART");
    }

    @Test
    void a_guest_sees_nobody_else_and_nobody_finds_a_guest() throws Exception {
        GuestSession session = session(link("bob", "user"));
        assertThat(hub.get(session.token(), "/v1/users").body()).isEqualTo("{\"users\":[]}");
        assertThat(hub.get(session.token(), "/v1/users/bob").status()).isEqualTo(200);
        CallRoutesTest.refused(hub.get(session.token(), "/v1/users/alice"), 404, "ERR_RECEIVER_NOT_FOUND");
        CallRoutesTest.refused(hub.get(session.token(), "/v1/groups/team"), 404, "ERR_RECEIVER_NOT_FOUND");
        CallRoutesTest.refused(call(session, "g1", "alice"), 404, "ERR_RECEIVER_NOT_FOUND");
        CallRoutesTest.refused(hub.getAs("alice", "/v1/users/" + session.user().uid()), 404, "ERR_RECEIVER_NOT_FOUND");
        assertThat(hub.getAs("alice", "/v1/users").body()).doesNotContain("guest-");
    }

    @Test
    void a_guest_calls_the_group_the_link_is_for() throws Exception {
        GuestSession session = session(link("team", "group"));
        assertThat(hub.get(session.token(), "/v1/groups/team").status()).isEqualTo(200);
        CallRoutesTest.refused(call(session, "g1", "alice"), 404, "ERR_RECEIVER_NOT_FOUND");
        TestHub.Answer called = hub.post(session.token(), "/v1/calls", """
                {"sessionId":"g2","receiverId":"team","receiverType":"group","type":"audio"}""");
        assertThat(called.status()).as(called.body()).isEqualTo(200);
        assertThat(hub.postAs("alice", "/v1/calls/g2/accept", "").status()).isEqualTo(200);
    }

    @Test
    void nobody_gets_a_link_to_whom_nobody_knows() throws Exception {
        CallRoutesTest.refused(
                hub.post(TestHub.API_KEY, "/v1/guest-links", "{\"receiverId\":\"nobody\",\"receiverType\":\"user\"}"),
                404,
                "ERR_RECEIVER_NOT_FOUND");
    }

    @Test
    void no_token_is_issued_for_a_guest() throws Exception {
        GuestSession session = session(link("bob", "user"));
        CallRoutesTest.refused(
                hub.post(TestHub.API_KEY, "/v1/users/" + session.user().uid() + "/auth-tokens", "{}"),
                404,
                "ERR_RECEIVER_NOT_FOUND");
    }

    private GuestLink link(String receiver, String type) throws Exception {
        TestHub.Answer answer = hub.post(TestHub.API_KEY, "/v1/guest-links", """
                {"receiverId":"%s","receiverType":"%s","name":"Visitor","ttl":60}""".formatted(receiver, type));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return AdminCodec.readGuestLink(answer.body());
    }

    private TestHub.Answer begin(String code) throws Exception {
        return hub.post(null, "/v1/guest-sessions", "{\"code\":\"" + code + "\"}");
    }

    private GuestSession session(GuestLink link) throws Exception {
        TestHub.Answer answer = begin(link.code());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return AdminCodec.readGuestSession(answer.body());
    }

    private TestHub.Answer call(GuestSession guest, String sid, String to) throws Exception {
        return hub.post(guest.token(), "/v1/calls", """
                {"sessionId":"%s","receiverId":"%s","receiverType":"user","type":"video"}""".formatted(sid, to));
    }
}
