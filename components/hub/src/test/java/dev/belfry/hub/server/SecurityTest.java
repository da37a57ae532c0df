package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.belfry.call.CallException;
import dev.belfry.signaling.wire.WireCodec;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityTest {
    private static final List<String> OF_USERS = List.of(
            "GET /v1/calls",
            "POST /v1/calls",
            "GET /v1/calls/s1",
            "POST /v1/calls/s1/ringing",
            "POST /v1/calls/s1/accept",
            "POST /v1/calls/s1/reject",
            "POST /v1/calls/s1/end",
            "POST /v1/calls/s1/token",
            "GET /v1/users",
            "GET /v1/users/bob",
            "GET /v1/groups/team",
            "GET /v1/ice-servers");
    private static final List<String> OF_BACK_ENDS =
            List.of("POST /v1/users", "POST /v1/users/alice/auth-tokens", "POST /v1/groups", "POST /v1/guest-links");

    private TestHub hub;

    @BeforeAll
    void start() throws CallException {
        hub = TestHub.start(builder -> builder.limits(Generous.LIMITS));
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @MethodSource("ofUsers")
    void no_request_of_a_user_is_answered_without_a_good_token(String endpoint) throws Exception {
        refusedAll(endpoint, badTokens());
    }

    @ParameterizedTest
    @MethodSource("ofBackEnds")
    void no_request_of_a_back_end_is_answered_without_the_api_key(String endpoint) throws Exception {
        Map<String, String> bad = badTokens();
        bad.put("a user's token", hub.token("alice"));
        bad.put("part of the key", TestHub.API_KEY.substring(1));
        refusedAll(endpoint, bad);
    }

    @Test
    void the_api_key_is_no_users_token() throws Exception {
        CallRoutesTest.refused(hub.get(TestHub.API_KEY, "/v1/calls"), 401, "ERR_UNAUTHORIZED");
    }

    @Test
    void a_call_token_is_no_users_token() throws Exception {
        hub.call("alice", "tokens", "bob");
        hub.postAs("bob", "/v1/calls/tokens/accept", "");
        String token = WireCodec.readToken(
                        hub.postAs("bob", "/v1/calls/tokens/token", "").body())
                .token();
        hub.postAs("bob", "/v1/calls/tokens/end", "");
        CallRoutesTest.refused(hub.get(token, "/v1/calls"), 401, "ERR_UNAUTHORIZED");
    }

    @Test
    void no_connection_is_opened_without_a_good_token() throws Exception {
        for (Map.Entry<String, String> bad : badTokens().entrySet()) {
            assertThat(handshake(bad.getValue(), "device=desk&start=1"))
                    .as(bad.getKey())
                    .isEqualTo(401);
        }
        assertThat(handshake("", "device=desk&start=1")).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "device=desk, start",
        "start=1, device",
        "device=&start=1, device",
        "device=a%20b&start=1, device",
        "device=desk&start=-1, start",
        "device=desk&start=x, start",
        "device=desk&start=99999999999999999999, start",
        "device=desk&start=1&since=-1, since",
        "device=desk&start=1&since=1e3, since"
    })
    void a_connection_that_cannot_be_is_refused_by_its_field(String query, String field) throws Exception {
        TestHub.Answer answer = hub.getAs("bob", "/v1/events?" + query);
        CallRoutesTest.refused(answer, 400, "ERR_BAD_REQUEST");
        assertThat(WireCodec.readError(answer.body()).detail()).isEqualTo(field);
    }

    @Test
    void events_are_not_there_for_a_plain_request() throws Exception {
        assertThat(hub.getAs("bob", "/v1/events?device=desk&start=1").status()).isEqualTo(426);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b"})
    void a_device_has_a_name_that_can_be_printed(String device) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(hub.server.uri().resolve("/v1/calls"))
                .header("Authorization", "Bearer " + hub.token("alice"))
                .header("Belfry-Device", device)
                .build();
        TestHub.Answer answer = hub.send(request);
        CallRoutesTest.refused(answer, 400, "ERR_BAD_REQUEST");
        assertThat(WireCodec.readError(answer.body()).detail()).isEqualTo("Belfry-Device");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..\\..\\boot.ini",
                "' OR '1'='1",
                "'; DROP TABLE calls; --",
                "%00",
                "\u0000",
                "<script>alert(1)</script>",
                "${jndi:ldap://x/y}",
                "{{7*7}}",
                "\ud83d\udd14",
                "."
            })
    void no_id_is_more_than_an_id(String id) throws Exception {
        String path = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        for (String where : List.of("/v1/calls/" + path, "/v1/users/" + path, "/v1/groups/" + path)) {
            assertThat(hub.getAs("alice", where).status()).as(where).isIn(400, 404);
        }
        String json = id.replace("\\", "\\\\").replace("\u0000", "\\u0000");
        assertThat(hub.call("alice", "injected", json).status()).isIn(400, 404);
        assertThat(hub.postAs("alice", "/v1/calls/" + path + "/accept", "").status())
                .isIn(400, 404);
        assertThat(hub.getAs("alice", "/v1/users?search=" + path).body()).isEqualTo("{\"users\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pom.xml",
                "/..%2f..%2fetc%2fpasswd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/app/../../hub.properties",
                "/..;/x",
                "//etc/passwd",
                "/app/%00.js"
            })
    void no_path_leads_out_of_the_page(String path) throws Exception {
        TestHub.Answer answer = hub.send(
                HttpRequest.newBuilder(URI.create(hub.server.uri() + path)).build());
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("root:", "<project");
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_read() throws Exception {
        TestHub.Answer answer = hub.postAs("alice", "/v1/calls", " ".repeat(65_537));
        CallRoutesTest.refused(answer, 413, "ERR_BAD_REQUEST");
        assertThat(WireCodec.readError(answer.body()).detail()).isEqualTo("body");
        HttpRequest chunked = hub.request(hub.token("alice"), "/v1/calls")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[70_000])))
                .build();
        CallRoutesTest.refused(hub.send(chunked), 413, "ERR_BAD_REQUEST");
    }

    /** Its client sends the next request on the same connection. */
    @Test
    void a_refusal_does_not_cost_the_connection() throws Exception {
        HttpRequest request = hub.request(null, "/v1/calls")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(60_000)))
                .build();
        for (int i = 0; i < 50; i++) {
            CallRoutesTest.refused(hub.sendOnce(request), 401, "ERR_UNAUTHORIZED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[[[[", "{\"a\":1}x", "\u0000", "{\"receiverId\":{}}"})
    void a_malformed_body_is_refused(String body) throws Exception {
        CallRoutesTest.refused(hub.postAs("alice", "/v1/calls", body), 400, "ERR_BAD_REQUEST");
        CallRoutesTest.refused(hub.post(TestHub.API_KEY, "/v1/users", body), 400, "ERR_BAD_REQUEST");
        CallRoutesTest.refused(hub.post(TestHub.API_KEY, "/v1/guest-links", body), 400, "ERR_BAD_REQUEST");
        CallRoutesTest.refused(hub.post(null, "/v1/guest-sessions", body), 400, "ERR_BAD_REQUEST");
    }

    @Test
    void what_is_not_there_is_answered_in_json() throws Exception {
        CallRoutesTest.refused(hub.getAs("alice", "/v1/nothing"), 404, "ERR_BAD_REQUEST");
        CallRoutesTest.refused(hub.postAs("alice", "/v1/ice-servers", ""), 405, "ERR_BAD_REQUEST");
    }

    @Test
    void no_page_of_another_origin_uses_the_hub() throws Exception {
        HttpRequest plain = hub.request(hub.token("alice"), "/v1/calls")
                .header("Origin", "https://evil.example.org")
                .build();
        assertThat(hub.send(plain).headers()).doesNotContainKey("access-control-allow-origin");
        HttpRequest events = hub.request(hub.token("alice"), "/v1/events?device=desk&start=1")
                .header("Origin", "https://evil.example.org")
                .build();
        assertThat(hub.send(events).status()).isEqualTo(403);
    }

    private Stream<String> ofUsers() {
        return OF_USERS.stream();
    }

    private Stream<String> ofBackEnds() {
        return OF_BACK_ENDS.stream();
    }

    private void refusedAll(String endpoint, Map<String, String> tokens) throws Exception {
        String[] parts = endpoint.split(" ", 2);
        boolean get = parts[0].equals("GET");
        TestHub.Answer without = get ? hub.get(null, parts[1]) : hub.post(null, parts[1], "{}");
        CallRoutesTest.refused(without, 401, "ERR_UNAUTHORIZED");
        assertThat(without.headers()).containsEntry("www-authenticate", "Bearer");
        for (Map.Entry<String, String> bad : tokens.entrySet()) {
            TestHub.Answer answer = get ? hub.get(bad.getValue(), parts[1]) : hub.post(bad.getValue(), parts[1], "{}");
            assertThat(answer.status()).as(bad.getKey()).isEqualTo(401);
            assertThat(answer.body()).as(bad.getKey()).doesNotContain(bad.getValue());
        }
    }

    private Map<String, String> badTokens() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("alice")
                .audience("belfry-user")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        String good = hub.token("alice");
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("no JWT", "abc");
        bad.put("alg none", new PlainJWT(claims).serialize());
        bad.put("wrongly signed", signed(claims, "0123456789abcdef0123456789abcdef"));
        bad.put("no signature", good.substring(0, good.lastIndexOf('.') + 1));
        bad.put("changed", good.replaceFirst("\\.[^.]*\\.", "." + payload(claims) + "."));
        bad.put("expired", hub.server.issueToken("alice", Duration.ofSeconds(-60)));
        bad.put("of nobody", hub.server.issueToken("nobody", TestHub.HOUR));
        bad.put("too long", "a.".repeat(2_000));
        return bad;
    }

    private static String signed(JWTClaimsSet claims, String secret) throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    private static String payload(JWTClaimsSet claims) {
        return Base64URL.encode(claims.toString()).toString();
    }

    private int handshake(String token, String query) {
        try {
            hub.http
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(EventClient.uri(hub, query), new EventClient())
                    .join()
                    .abort();
            return 101;
        } catch (CompletionException refused) {
            assertThat(refused).hasCauseInstanceOf(WebSocketHandshakeException.class);
            return refused.getCause() instanceof WebSocketHandshakeException answered
                    ? answered.getResponse().statusCode()
                    : 0;
        }
    }
}
