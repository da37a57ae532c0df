package dev.belfry.signaling.okhttp;

import static dev.belfry.signaling.okhttp.ScriptedHub.json;
import static dev.belfry.signaling.okhttp.ScriptedHub.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallDirection;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.User;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.signaling.wire.ListCodec;
import dev.belfry.signaling.wire.WireCodec;
import dev.belfry.testkit.Calls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    private static final User BOB = User.of("bob", "Bob");
    private static final Call CALL = Calls.ringing("s1", Desk.ALICE, BOB, CallType.AUDIO);
    private static final String CALL_JSON = WireCodec.write(CALL);

    private final ScriptedHub hub = new ScriptedHub().start();
    private final Desk desk = new Desk(hub);

    @AfterEach
    void nothingIsLeft() {
        desk.close();
        hub.close();
    }

    @Test
    void everyRequestSaysWhoAsksOnWhichDevice() throws Exception {
        hub.answers("/v1/users/bob", json(200, WireCodec.write(BOB)));
        desk.answer(desk.line.user("bob"));
        RecordedRequest request = hub.requests().get(0);
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + Desk.token(1));
        assertThat(request.getHeaders().get("Belfry-Device")).isEqualTo("desk");
    }

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("/v1/calls/s1/ringing", "{}", (Command) line -> line.ringing("s1")),
                Arguments.of("/v1/calls/s1/accept", "{}", (Command) line -> line.accept("s1")),
                Arguments.of("/v1/calls/s1/end", "{}", (Command) line -> line.end("s1")),
                Arguments.of("/v1/calls/s1/reject", "{\"status\":\"busy\"}", (Command)
                        line -> line.reject("s1", CallStatus.BUSY)),
                Arguments.of(
                        "/v1/calls",
                        "{\"sessionId\":\"s1\",\"receiverId\":\"bob\",\"receiverType\":\"user\",\"type\":\"audio\",\"timeout\":45}",
                        (Command) line -> line.initiate("s1", CallRequest.audio("bob"))));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsPostedAndAnsweredWithTheCall(String path, String body, Command command) throws Exception {
        hub.answers(path, json(200, CALL_JSON));
        assertThat(desk.answer(command.send(desk.line))).isEqualTo(CALL);
        RecordedRequest request = hub.requests().get(0);
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getBody().utf8()).isEqualTo(body);
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void callsTokensUsersAndGroupsAreFetched() throws Exception {
        Group team = new Group("team", "Team", null, 3);
        hub.answers("/v1/calls/s1", json(200, CALL_JSON))
                .answers("/v1/calls/s1/token", json(200, WireCodec.write(new CallToken("s1", "jwt"))))
                .answers("/v1/users", json(200, ListCodec.writeUsers(List.of(BOB))))
                .answers("/v1/groups/team", json(200, WireCodec.write(team)));
        assertThat(desk.answer(desk.line.call("s1"))).isEqualTo(CALL);
        assertThat(desk.answer(desk.line.token("s1"))).isEqualTo(new CallToken("s1", "jwt"));
        assertThat(desk.answer(desk.line.users("b & c"))).containsExactly(BOB);
        assertThat(desk.answer(desk.line.group("team"))).isEqualTo(team);
        assertThat(hub.requests().get(2).getUrl().queryParameter("search")).isEqualTo("b & c");
    }

    @Test
    void theLogIsFetchedInPages() throws Exception {
        CallLogPage page = new CallLogPage(List.of(CALL), "older", null);
        hub.answers("/v1/calls", json(200, ListCodec.write(page)));
        CallLogFilter filter = new CallLogFilter(20, CallType.AUDIO, null, CallDirection.INCOMING, "bob", null);
        assertThat(desk.answer(desk.line.calls(filter, "here"))).isEqualTo(page);
        assertThat(hub.requests().get(0).getTarget())
                .isEqualTo("/v1/calls?limit=20&type=audio&direction=incoming&uid=bob&cursor=here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../x", "a?b#c", "a b", "%2e%2e", "ä", "'; DROP TABLE call; --"})
    void anIdCannotLeadToAnotherResource(String uid) throws Exception {
        hub.answers("/v1/users/bob", json(200, WireCodec.write(BOB)));
        desk.fails(desk.line.user(uid), ErrorCode.ERR_CALL_SESSION_NOT_FOUND);
        assertThat(hub.requests().get(0).getUrl().pathSegments()).containsExactly("v1", "users", uid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void anIdThatIsNoneIsNotSent(String id) {
        desk.fails(
                desk.line.accept(id), id.isEmpty() ? ErrorCode.ERR_EMPTY_CALL_SESSION_ID : ErrorCode.ERR_BAD_REQUEST);
        desk.fails(desk.line.user(id), ErrorCode.ERR_BAD_REQUEST);
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void aRefusalIsNotAskedForAgain() {
        hub.answers("/v1/calls/s1/accept", refusal(409, "ERR_CALL_TERMINATED"));
        desk.fails(desk.line.accept("s1"), ErrorCode.ERR_CALL_TERMINATED);
        desk.passes(Duration.ofMinutes(3));
        assertThat(hub.requests()).hasSize(1);
    }

    static Stream<MockResponse> passingTroubles() {
        return Stream.of(
                refusal(503, "ERR_UNAVAILABLE"),
                json(500, "{}"),
                json(200, "{\"id\":"),
                json(200, "[]"),
                json(200, "{\"id\":\"" + "x".repeat(9 << 20) + "\"}"),
                new MockResponse.Builder()
                        .code(200)
                        .addHeader("Content-Type", "text/html")
                        .body("<p>Log in</p>")
                        .build(),
                new MockResponse.Builder()
                        .code(404)
                        .addHeader("Content-Type", "text/html")
                        .body("<p>Who?</p>")
                        .build(),
                new MockResponse.Builder()
                        .onRequestStart(new SocketEffect.CloseSocket())
                        .build(),
                json(200, CALL_JSON)
                        .newBuilder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("passingTroubles")
    void whatIsNoAnswerIsAskedForAgain(MockResponse trouble) throws Exception {
        hub.answers("/v1/calls/s1/accept", trouble, json(200, CALL_JSON));
        CompletableFuture<Call> answer = desk.line.accept("s1");
        desk.until(() -> desk.time.pending() == 2);
        desk.passes(549);
        assertThat(answer).isNotDone();
        desk.passes(1);
        assertThat(desk.answer(answer)).isEqualTo(CALL);
    }

    @Test
    void aHubThatWantsToBeLeftAloneIs() throws Exception {
        hub.answers(
                "/v1/calls/s1/accept",
                refusal(503, "ERR_UNAVAILABLE")
                        .newBuilder()
                        .addHeader("Retry-After", "7")
                        .build(),
                refusal(429, "ERR_RATE_LIMITED")
                        .newBuilder()
                        .addHeader("Retry-After", "3")
                        .build(),
                json(200, CALL_JSON));
        CompletableFuture<Call> answer = desk.line.accept("s1");
        desk.until(() -> desk.time.pending() == 2);
        desk.passes(6_999);
        assertThat(hub.requests()).hasSize(1);
        desk.passes(1);
        desk.until(() -> hub.requests().size() == 2);
        desk.until(() -> desk.time.pending() == 2);
        desk.passes(2_999);
        assertThat(answer).isNotDone();
        desk.passes(1);
        assertThat(desk.answer(answer)).isEqualTo(CALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "soon"})
    void nobodyWaitsLongForAHubThatHasHadTooMuch(String retryAfter) {
        hub.answers(
                "/v1/calls/s1/accept",
                refusal(429, "ERR_RATE_LIMITED")
                        .newBuilder()
                        .addHeader("Retry-After", retryAfter)
                        .build());
        desk.fails(desk.line.accept("s1"), ErrorCode.ERR_RATE_LIMITED);
    }

    @Test
    void patienceEnds() {
        hub.answers("/v1/calls/s1/accept", refusal(503, "ERR_UNAVAILABLE"));
        CompletableFuture<Call> answer = desk.line.accept("s1");
        for (int n = 1; !answer.isDone(); n++) {
            int sent = n;
            desk.until(() -> hub.requests().size() >= sent && desk.time.pending() == 2);
            desk.passes(8_800);
        }
        desk.fails(answer, ErrorCode.ERR_CONNECTION_LOST);
        assertThat(hub.requests()).hasSize(14);
    }

    @Test
    void aTokenThatIsNotTakenIsReplaced() throws Exception {
        hub.answers("/v1/calls/s1/accept", refusal(401, "ERR_UNAUTHORIZED"), json(200, CALL_JSON));
        assertThat(desk.answer(desk.line.accept("s1"))).isEqualTo(CALL);
        assertThat(hub.requests())
                .extracting(request -> request.getHeaders().get("Authorization"))
                .containsExactly("Bearer " + Desk.token(1), "Bearer " + Desk.token(2));
    }

    @Test
    void aUserWhoMayNotSignInIsToldSo() {
        hub.answers("/v1/calls/s1/accept", refusal(401, "ERR_UNAUTHORIZED"));
        desk.fails(desk.line.accept("s1"), ErrorCode.ERR_UNAUTHORIZED);
        assertThat(hub.requests()).hasSize(2);
        assertThat(desk.tokens()).isEqualTo(2);
    }

    @Test
    void aNewCallWaitsForTheEndOfTheOneBefore() throws Exception {
        hub.answers("/v1/calls/s0/end", refusal(503, "ERR_UNAVAILABLE"), json(200, CALL_JSON))
                .answers("/v1/calls", json(200, CALL_JSON));
        CompletableFuture<Call> end = desk.line.end("s0");
        CompletableFuture<Call> call = desk.line.initiate("s1", CallRequest.audio("bob"));
        desk.until(() -> desk.time.pending() == 2);
        assertThat(hub.requests()).hasSize(1);
        desk.passes(550);
        desk.answer(end);
        desk.answer(call);
        assertThat(hub.requests())
                .extracting(request -> request.getUrl().encodedPath())
                .containsExactly("/v1/calls/s0/end", "/v1/calls/s0/end", "/v1/calls");
    }

    @Test
    void whatIsNotAnsweredBeforeTheLineIsClosedFailsAsDoesAllAfterwards() {
        hub.answers("/v1/calls/s1/accept", refusal(503, "ERR_UNAVAILABLE"));
        CompletableFuture<Call> accept = desk.line.accept("s1");
        CompletableFuture<?> mute = desk.line.mute("s1", true, true);
        desk.until(() -> desk.time.pending() >= 2);
        desk.line.close();
        desk.fails(accept, ErrorCode.ERR_CONNECTION_LOST);
        desk.fails(mute, ErrorCode.ERR_CONNECTION_LOST);
        desk.fails(desk.line.call("s1"), ErrorCode.ERR_CONNECTION_LOST);
        desk.fails(desk.line.leave("s1"), ErrorCode.ERR_CONNECTION_LOST);
        desk.fails(desk.line.initiate("s2", CallRequest.audio("bob")), ErrorCode.ERR_CONNECTION_LOST);
        desk.fails(desk.line.iceServers(), ErrorCode.ERR_CONNECTION_LOST);
    }

    @FunctionalInterface
    interface Command {
        CompletableFuture<Call> send(OkHttpSignaling line);
    }
}
