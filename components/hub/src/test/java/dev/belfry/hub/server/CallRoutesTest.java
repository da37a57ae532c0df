package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.signaling.wire.ListCodec;
import dev.belfry.signaling.wire.WireCodec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallRoutesTest {
    private TestHub hub;
    private int calls;

    @BeforeAll
    void start() throws CallException {
        hub = TestHub.start(builder -> builder.limits(Generous.LIMITS));
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void a_call_is_made_answered_and_ended() throws Exception {
        String sid = sid();
        assertThat(status(hub.call("alice", sid, "bob"))).isEqualTo(CallStatus.INITIATED);
        assertThat(status(hub.postAs("bob", "/v1/calls/" + sid + "/ringing", "")))
                .isEqualTo(CallStatus.INITIATED);
        assertThat(status(hub.postAs("bob", "/v1/calls/" + sid + "/accept", "")))
                .isEqualTo(CallStatus.ONGOING);
        TestHub.Answer token = hub.postAs("bob", "/v1/calls/" + sid + "/token", "");
        assertThat(token.status()).isEqualTo(200);
        assertThat(WireCodec.readToken(token.body()).sessionId()).isEqualTo(sid);
        Call ended = WireCodec.readCall(
                hub.postAs("alice", "/v1/calls/" + sid + "/end", "").body());
        assertThat(ended.status()).isEqualTo(CallStatus.ENDED);
        assertThat(ended.action()).isEqualTo(CallStatus.ONGOING);
        assertThat(status(hub.getAs("bob", "/v1/calls/" + sid))).isEqualTo(CallStatus.ENDED);
    }

    @Test
    void a_call_is_declined_and_taken_back() throws Exception {
        String declined = sid();
        hub.call("alice", declined, "bob");
        assertThat(status(hub.postAs("bob", "/v1/calls/" + declined + "/reject", "{\"status\":\"rejected\"}")))
                .isEqualTo(CallStatus.REJECTED);
        String takenBack = sid();
        hub.call("alice", takenBack, "bob");
        assertThat(status(hub.postAs("alice", "/v1/calls/" + takenBack + "/reject", "{\"status\":\"cancelled\"}")))
                .isEqualTo(CallStatus.CANCELLED);
    }

    @Test
    void the_hub_names_a_call_that_has_no_name() throws Exception {
        TestHub.Answer answer = hub.postAs(
                "alice", "/v1/calls", "{\"receiverId\":\"bob\",\"receiverType\":\"user\",\"type\":\"audio\"}");
        Call call = WireCodec.readCall(answer.body());
        assertThat(call.sessionId()).hasSizeGreaterThan(30);
        hub.postAs("alice", "/v1/calls/" + call.sessionId() + "/reject", "{\"status\":\"cancelled\"}");
    }

    @Test
    void the_log_comes_in_pages() throws Exception {
        for (int i = 0; i < 3; i++) {
            String sid = sid();
            hub.call("carol", sid, "bob");
            hub.postAs("carol", "/v1/calls/" + sid + "/reject", "{\"status\":\"cancelled\"}");
        }
        CallLogPage first =
                ListCodec.readCalls(hub.getAs("carol", "/v1/calls?limit=2").body());
        assertThat(first.calls()).hasSize(2);
        assertThat(first.next()).isNotNull();
        String cursor = URLEncoder.encode(String.valueOf(first.next()), StandardCharsets.UTF_8);
        CallLogPage second = ListCodec.readCalls(
                hub.getAs("carol", "/v1/calls?limit=2&cursor=" + cursor).body());
        assertThat(second.calls()).hasSize(1);
        assertThat(ListCodec.readCalls(
                                hub.getAs("carol", "/v1/calls?status=ongoing").body())
                        .calls())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"receiverId":"alice","receiverType":"user","type":"video"} | 400 | ERR_CALLING_SELF
            {"receiverId":"nobody","receiverType":"user","type":"video"} | 404 | ERR_RECEIVER_NOT_FOUND
            {"receiverId":"nobody","receiverType":"group","type":"video"} | 404 | ERR_RECEIVER_NOT_FOUND
            {"receiverId":"bob","receiverType":"user","type":"smell"} | 400 | ERR_BAD_REQUEST
            {"receiverId":"bob","receiverType":"user","type":"video","timeout":4} | 400 | ERR_BAD_REQUEST
            {"receiverId":"bob","receiverType":"user","type":"video","timeout":181} | 400 | ERR_BAD_REQUEST
            {"sessionId":"","receiverId":"bob","receiverType":"user","type":"video"} | 400 | ERR_EMPTY_CALL_SESSION_ID
            {"sessionId":"a b","receiverId":"bob","receiverType":"user","type":"video"} | 400 | ERR_BAD_REQUEST
            {} | 400 | ERR_BAD_REQUEST
            [] | 400 | ERR_BAD_REQUEST
            """)
    void a_call_that_cannot_be_is_refused_by_its_name(String body, int status, String code) throws Exception {
        refused(hub.postAs("alice", "/v1/calls", body), status, code);
    }

    @Test
    void what_comes_at_the_wrong_time_is_refused_by_its_name() throws Exception {
        String sid = sid();
        hub.call("alice", sid, "bob");
        refused(hub.call("alice", sid(), "carol"), 409, "ERR_CALL_BUSY_SELF");
        refused(hub.postAs("alice", "/v1/calls/" + sid + "/end", ""), 409, "ERR_CALL_NOT_STARTED");
        refused(hub.postAs("alice", "/v1/calls/" + sid + "/token", ""), 409, "ERR_CALL_NOT_STARTED");
        refused(hub.postAs("bob", "/v1/calls/" + sid + "/reject", "{\"status\":\"ended\"}"), 400, "ERR_BAD_REQUEST");
        hub.postAs("alice", "/v1/calls/" + sid + "/reject", "{\"status\":\"cancelled\"}");
        refused(hub.postAs("bob", "/v1/calls/" + sid + "/accept", ""), 409, "ERR_CALL_TERMINATED");
        refused(hub.postAs("bob", "/v1/calls/unknown/accept", ""), 404, "ERR_CALL_SESSION_NOT_FOUND");
    }

    @Test
    void nobody_touches_the_call_of_others() throws Exception {
        String sid = sid();
        hub.call("alice", sid, "bob");
        hub.postAs("bob", "/v1/calls/" + sid + "/accept", "");
        for (String verb : new String[] {"ringing", "accept", "end", "token"}) {
            refused(hub.postAs("carol", "/v1/calls/" + sid + "/" + verb, ""), 403, "ERR_CALL_NOT_A_PART");
        }
        refused(
                hub.postAs("carol", "/v1/calls/" + sid + "/reject", "{\"status\":\"rejected\"}"),
                403,
                "ERR_CALL_NOT_A_PART");
        refused(hub.getAs("carol", "/v1/calls/" + sid), 403, "ERR_CALL_NOT_A_PART");
        refused(hub.call("carol", sid, "bob"), 403, "ERR_CALL_NOT_A_PART");
        assertThat(status(hub.getAs("alice", "/v1/calls/" + sid))).isEqualTo(CallStatus.ONGOING);
        hub.postAs("alice", "/v1/calls/" + sid + "/end", "");
    }

    @Test
    void a_group_is_called_by_its_members_alone() throws Exception {
        String body = "{\"receiverId\":\"team\",\"receiverType\":\"group\",\"type\":\"audio\"}";
        refused(hub.postAs("carol", "/v1/calls", body), 404, "ERR_RECEIVER_NOT_FOUND");
        Call call = WireCodec.readCall(hub.postAs("alice", "/v1/calls", body).body());
        refused(
                hub.postAs("bob", "/v1/calls/" + call.sessionId() + "/reject", "{\"status\":\"busy\"}"),
                400,
                "ERR_CALL_GROUP_INVALID_STATUS");
        hub.postAs("alice", "/v1/calls/" + call.sessionId() + "/reject", "{\"status\":\"cancelled\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=x, limit",
        "type=x, type",
        "status=x, status",
        "direction=x, direction",
        "cursor=x, cursor"
    })
    void a_page_that_cannot_be_is_refused_by_its_field(String query, String field) throws Exception {
        TestHub.Answer answer = hub.getAs("alice", "/v1/calls?" + query);
        refused(answer, 400, "ERR_BAD_REQUEST");
        assertThat(WireCodec.readError(answer.body()).detail()).isEqualTo(field);
    }

    private String sid() {
        return "call-" + ++calls;
    }

    private static CallStatus status(TestHub.Answer answer) throws CallException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return WireCodec.readCall(answer.body()).status();
    }

    static void refused(TestHub.Answer answer, int status, String code) throws CallException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(WireCodec.readError(answer.body()).code().name()).isEqualTo(code);
    }
}
