package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.belfry.call.spi.IceServer;
import dev.belfry.hub.server.limit.Limits;
import dev.belfry.hub.server.limit.Rate;
import dev.belfry.signaling.wire.IceServers;
import dev.belfry.signaling.wire.ListCodec;
import dev.belfry.signaling.wire.ServerFrame;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebTest {
    @Test
    void the_page_is_served_with_headers_that_guard_it() throws Exception {
        try (TestHub hub = TestHub.start()) {
            TestHub.Answer page =
                    hub.send(HttpRequest.newBuilder(hub.server.uri()).build());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.headers().get("content-type")).startsWith("text/html");
            assertThat(page.headers()).containsEntry("x-content-type-options", "nosniff");
            assertThat(page.headers()).containsEntry("referrer-policy", "no-referrer");
            assertThat(page.headers().get("permissions-policy")).contains("camera=(self)", "microphone=(self)");
            assertThat(page.headers().get("content-security-policy"))
                    .contains("default-src 'self'", "connect-src 'self' ws://127.0.0.1:" + hub.server.port())
                    .doesNotContain("unsafe");
            assertThat(page.headers()).doesNotContainKey("server");
        }
    }

    @Test
    void scripts_and_styles_of_the_page_have_their_types() throws Exception {
        try (TestHub hub = TestHub.start()) {
            TestHub.Answer style = hub.send(HttpRequest.newBuilder(URI.create(hub.server.uri() + "/style.css"))
                    .build());
            assertThat(style.headers().get("content-type")).startsWith("text/css");
            TestHub.Answer script = hub.send(HttpRequest.newBuilder(URI.create(hub.server.uri() + "/app/wire/hub.js"))
                    .build());
            assertThat(script.headers().get("content-type")).startsWith("text/javascript");
        }
    }

    @Test
    void health_and_metrics_are_told_to_whoever_asks() throws Exception {
        try (TestHub hub = TestHub.start()) {
            assertThat(hub.get(null, "/health").body()).isEqualTo("{\"status\":\"up\"}");
            EventClient bob = EventClient.open(hub, "bob", 1);
            bob.await(ServerFrame.Hello.class);
            hub.call("alice", "s1", "bob");
            bob.await(ServerFrame.Delivered.class);
            TestHub.Answer metrics = hub.get(null, "/metrics");
            assertThat(metrics.headers().get("content-type")).startsWith("text/plain");
            assertThat(metrics.body())
                    .contains("belfry_call_commands_total{status=\"initiated\"} 1.0")
                    .contains("belfry_event_connections 1.0")
                    .contains(
                            "belfry_request_duration_seconds_count{method=\"POST\",route=\"/v1/calls\",status=\"200\"}"
                                    + " 1")
                    .contains("belfry_store_errors_total 0.0")
                    .doesNotContain("s1", "alice");
        }
    }

    @Test
    void metrics_are_told_to_the_back_end_alone_if_it_is_to_be_so() throws Exception {
        try (TestHub hub = TestHub.start(HubServerBuilder::metricsNeedKey)) {
            assertThat(hub.get(null, "/metrics").status()).isEqualTo(401);
            assertThat(hub.getAs("alice", "/metrics").status()).isEqualTo(401);
            assertThat(hub.get(TestHub.API_KEY, "/metrics").status()).isEqualTo(200);
            assertThat(hub.get(null, "/health").status()).isEqualTo(200);
        }
    }

    @Test
    void a_request_has_an_id_its_senders_or_a_fresh_one() throws Exception {
        try (TestHub hub = TestHub.start()) {
            HttpRequest named =
                    hub.request(null, "/health").header("X-Request-Id", "abc-1").build();
            assertThat(hub.send(named).headers()).containsEntry("x-request-id", "abc-1");
            HttpRequest strange =
                    hub.request(null, "/health").header("X-Request-Id", "a b").build();
            assertThat(hub.send(strange).headers().get("x-request-id")).hasSize(36);
        }
    }

    @Test
    void ice_servers_are_told_to_users() throws Exception {
        try (TestHub hub = TestHub.start(builder ->
                builder.stun("stun:stun.example.org").turn("north", Duration.ofHours(2), "turn:turn.example.org"))) {
            IceServers servers = ListCodec.readIceServers(
                    hub.getAs("alice", "/v1/ice-servers").body());
            assertThat(servers.ttl()).isEqualTo(Duration.ofHours(2));
            assertThat(servers.servers())
                    .extracting(IceServer::urls)
                    .containsExactly(List.of("stun:stun.example.org"), List.of("turn:turn.example.org"));
            assertThat(servers.servers().get(1).username()).endsWith(":alice");
        }
    }

    @Test
    void pages_of_named_origins_use_the_hub() throws Exception {
        try (TestHub hub = TestHub.start(builder -> builder.corsOrigins("https://app.example.org"))) {
            HttpRequest request = hub.request(hub.token("alice"), "/v1/calls")
                    .header("Origin", "https://app.example.org")
                    .build();
            assertThat(hub.send(request).headers())
                    .containsEntry("access-control-allow-origin", "https://app.example.org");
            HttpRequest preflight = HttpRequest.newBuilder(hub.server.uri().resolve("/v1/calls"))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Origin", "https://app.example.org")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", "authorization, belfry-device")
                    .build();
            TestHub.Answer answer = hub.send(preflight);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().get("access-control-allow-headers")).contains("belfry-device");
            HttpRequest events = hub.request(hub.token("alice"), "/v1/events?device=desk&start=1")
                    .header("Origin", "https://app.example.org")
                    .build();
            assertThat(hub.send(events).status()).isEqualTo(426);
        }
    }

    @Test
    void too_many_requests_calls_and_codes_are_refused() throws Exception {
        Rate two = new Rate(2, Duration.ofHours(1));
        Rate many = new Rate(1_000, Duration.ofSeconds(1));
        Limits d = Limits.DEFAULT;
        try (TestHub hub =
                TestHub.start(builder -> builder.limits(d.withCalls(two).withTraffic(many, many)))) {
            assertThat(hub.call("alice", "s1", "bob").status()).isEqualTo(200);
            assertThat(hub.call("alice", "s1", "bob").status()).isEqualTo(200);
            TestHub.Answer limited = hub.call("alice", "s1", "bob");
            CallRoutesTest.refused(limited, 429, "ERR_RATE_LIMITED");
            assertThat(limited.headers()).containsKey("retry-after");
            assertThat(hub.call("carol", "s2", "alice").status()).isEqualTo(200);
        }
        try (TestHub hub = TestHub.start(builder -> builder.limits(d.withTraffic(two, many)))) {
            hub.getAs("alice", "/v1/calls");
            hub.getAs("alice", "/v1/calls");
            CallRoutesTest.refused(hub.getAs("alice", "/v1/calls"), 429, "ERR_RATE_LIMITED");
            assertThat(hub.getAs("bob", "/v1/calls").status()).isEqualTo(200);
            for (int i = 0; i < d.guestCodes().count(); i++) {
                assertThat(hub.post(null, "/v1/guest-sessions", "{\"code\":\"x\"}")
                                .status())
                        .isEqualTo(401);
            }
            CallRoutesTest.refused(hub.post(null, "/v1/guest-sessions", "{\"code\":\"x\"}"), 429, "ERR_RATE_LIMITED");
        }
    }

    @Test
    void a_hub_whose_port_is_taken_does_not_start() throws Exception {
        try (TestHub hub = TestHub.start()) {
            int taken = hub.server.port();
            assertThatIllegalStateException()
                    .isThrownBy(() -> HubServer.builder().port(taken).start());
        }
    }

    @Test
    void a_hub_that_was_closed_leaves_no_thread() throws Exception {
        TestHub hub = TestHub.start();
        EventClient.open(hub, "bob", 1).await(ServerFrame.Hello.class);
        hub.close();
        org.awaitility.Awaitility.await()
                .atMost(EventClient.LIMIT)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("belfry-hub")));
    }
}
