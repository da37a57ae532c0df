package dev.belfry.signaling.wire;

import static dev.belfry.signaling.wire.JsonAssertions.assertBad;
import static dev.belfry.signaling.wire.JsonAssertions.assertSameJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallDirection;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallType;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.call.spi.CallLogPage;
import dev.belfry.call.spi.IceServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListCodecTest {
    private static final User ALICE = User.of("alice", "Alice");
    private static final User BOB = new User("bob", "Bob", URI.create("https://example.org/b.png"), false, "agent");
    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);
    private static final Call CALL = new Call(
            "s1-1",
            "s1",
            "alice_user_bob",
            CallType.VIDEO,
            ReceiverType.USER,
            "bob",
            CallStatus.INITIATED,
            CallStatus.INITIATED,
            AT,
            null,
            ALICE,
            BOB,
            ALICE,
            BOB,
            AT,
            AT,
            Duration.ZERO,
            null,
            1);

    @Test
    void aPageOfCallsComesBack() throws CallException {
        CallLogPage page = new CallLogPage(List.of(CALL, CALL), "older 1", "newer 2");
        assertThat(ListCodec.readCalls(ListCodec.write(page))).isEqualTo(page);
        assertThat(ListCodec.write(new CallLogPage(List.of(), null, null))).isEqualTo("{\"calls\":[]}");
        assertThat(ListCodec.readCalls("{\"calls\":[]}")).isEqualTo(new CallLogPage(List.of(), null, null));
    }

    @Test
    void aPageOfTheMostCallsIsRead() throws CallException {
        CallLogPage page = new CallLogPage(Collections.nCopies(CallLogFilter.MAX_LIMIT, CALL), null, null);
        assertThat(ListCodec.readCalls(ListCodec.write(page)).calls()).hasSize(CallLogFilter.MAX_LIMIT);
    }

    @Test
    void usersComeBack() throws CallException {
        assertThat(ListCodec.readUsers(ListCodec.writeUsers(List.of(ALICE, BOB))))
                .containsExactly(ALICE, BOB);
        assertThat(ListCodec.writeUsers(List.of())).isEqualTo("{\"users\":[]}");
    }

    @Test
    void iceServersAreWrittenAsABrowserReadsThem() throws CallException {
        IceServers servers = new IceServers(
                List.of(
                        IceServer.stun("stun:stun.example.org"),
                        new IceServer(List.of("turn:turn.example.org?transport=udp"), "1700000000:bob", "c2VjcmV0")),
                Duration.ofHours(1));
        String json = ListCodec.write(servers);
        assertSameJson(json, """
                {"iceServers":[{"urls":["stun:stun.example.org"]},{"urls":["turn:turn.example.org?transport=udp"],
                "username":"1700000000:bob","credential":"c2VjcmV0"}],"ttl":3600}""");
        assertThat(ListCodec.readIceServers(json)).isEqualTo(servers);
    }

    @Test
    void aFilterIsAskedForInAQuery() throws CallException {
        CallLogFilter filter =
                new CallLogFilter(10, CallType.AUDIO, CallStatus.UNANSWERED, CallDirection.INCOMING, "bob", "team");
        Map<String, String> query = ListCodec.query(filter, "older 1 2");
        assertThat(query)
                .containsExactly(
                        Map.entry("limit", "10"),
                        Map.entry("type", "audio"),
                        Map.entry("status", "unanswered"),
                        Map.entry("direction", "incoming"),
                        Map.entry("uid", "bob"),
                        Map.entry("guid", "team"),
                        Map.entry("cursor", "older 1 2"));
        assertThat(ListCodec.filter(query)).isEqualTo(filter);
        assertThat(ListCodec.filter(Map.of())).isEqualTo(CallLogFilter.ALL);
        assertThat(ListCodec.filter(ListCodec.query(CallLogFilter.ALL, null))).isEqualTo(CallLogFilter.ALL);
    }

    @Test
    void aParameterThatDoesNotFitIsNamed() {
        for (String limit : List.of("0", "101", "-1", "x", "", "99999999999")) {
            assertBad("limit", () -> ListCodec.filter(Map.of("limit", limit)));
        }
        assertBad("type", () -> ListCodec.filter(Map.of("type", "VIDEO")));
        assertBad("status", () -> ListCodec.filter(Map.of("status", "x")));
        assertBad("direction", () -> ListCodec.filter(Map.of("direction", "x")));
        assertBad("uid", () -> ListCodec.filter(Map.of("uid", "x".repeat(10_000))));
    }

    @Test
    void aFieldThatDoesNotFitIsNamed() {
        assertBad("calls", () -> ListCodec.readCalls("{\"calls\":{}}"));
        assertBad("calls.0.category", () -> ListCodec.readCalls("{\"calls\":[{}]}"));
        assertBad("users.0.status", () -> ListCodec.readUsers("{\"users\":[{\"uid\":\"b\"}]}"));
        assertBad("iceServers.0.urls", () -> ListCodec.readIceServers("{\"iceServers\":[{}],\"ttl\":1}"));
        assertBad("ttl", () -> ListCodec.readIceServers("{\"iceServers\":[]}"));
    }
}
