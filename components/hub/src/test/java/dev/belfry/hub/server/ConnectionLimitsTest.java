package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.ErrorCode;
import dev.belfry.hub.server.limit.Rate;
import dev.belfry.signaling.wire.ServerFrame;
import dev.belfry.signaling.wire.WireCommand;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    private static final Rate MANY = new Rate(100_000, Duration.ofSeconds(1));

    @Test
    void a_user_has_so_many_devices_and_an_address_so_many_connections() throws Exception {
        try (TestHub hub = TestHub.start(builder -> builder.limits(Generous.LIMITS.withConnections(2, 3)))) {
            EventClient.open(hub, "bob", "device=a&start=1").await(ServerFrame.Hello.class);
            EventClient.open(hub, "bob", "device=b&start=1").await(ServerFrame.Hello.class);
            TestHub.Answer third = hub.getAs("bob", "/v1/events?device=c&start=1");
            CallRoutesTest.refused(third, 429, "ERR_RATE_LIMITED");
            assertThat(third.body()).contains("devices");
            EventClient again = EventClient.open(hub, "bob", "device=b&start=1");
            again.await(ServerFrame.Hello.class);
            await().atMost(EventClient.LIMIT).until(() -> hub.server.connections() == 2);

            EventClient.open(hub, "alice", 1).await(ServerFrame.Hello.class);
            TestHub.Answer fourth = hub.getAs("carol", "/v1/events?device=a&start=1");
            CallRoutesTest.refused(fourth, 429, "ERR_RATE_LIMITED");
            assertThat(fourth.body()).contains("connections");
            again.socket().abort();
            await().atMost(EventClient.LIMIT)
                    .until(() ->
                            hub.getAs("carol", "/v1/events?device=a&start=1").status() == 426);
        }
    }

    @Test
    void who_sends_too_much_is_refused_and_then_closed() throws Exception {
        Rate two = new Rate(2, Duration.ofHours(1));
        try (TestHub hub = TestHub.start(builder -> builder.limits(Generous.LIMITS.withTraffic(MANY, two)))) {
            EventClient bob = EventClient.open(hub, "bob", 1);
            for (int i = 0; i < 3; i++) {
                bob.send(i, new WireCommand.Leave("s1"));
            }
            assertThat(bob.awaitAnswer(2))
                    .isInstanceOfSatisfying(
                            ServerFrame.Refused.class,
                            refused -> assertThat(refused.error().code()).isEqualTo(ErrorCode.ERR_RATE_LIMITED));
            for (int i = 3; i < 210 && bob.closeCode == 0; i++) {
                var unused =
                        bob.socket().sendText("{\"id\":" + i + ",\"command\":\"leave\",\"sessionId\":\"s\"}", true);
            }
            assertThat(bob.awaitClose()).isEqualTo(4429);
        }
    }

    /** It asks for its events and reads none of them. */
    @Test
    void a_slow_reader_is_let_go_and_others_do_not_wait_for_it() throws Exception {
        try (TestHub hub = TestHub.start(builder -> builder.limits(Generous.LIMITS.withBacklog(20_000)))) {
            EventClient alice = EventClient.open(hub, "alice", 1);
            alice.await(ServerFrame.Hello.class);
            try (Socket slow = slowReader(hub)) {
                await().atMost(EventClient.LIMIT).until(() -> hub.server.connections() == 2);
                int calls = 0;
                while (hub.server.connections() == 2 && calls < 20_000) {
                    String sid = "s" + ++calls;
                    hub.call("alice", sid, "bob");
                    hub.postAs("alice", "/v1/calls/" + sid + "/reject", "{\"status\":\"cancelled\"}");
                }
                assertThat(hub.server.connections()).isEqualTo(1);
                EventClient bob = EventClient.open(hub, "bob", "device=fast&start=1&since=0");
                hub.call("alice", "last", "bob");
                bob.await(ServerFrame.Delivered.class);
                assertThat(alice.closeCode).isZero();
                assertThat(slow.isClosed()).isFalse();
            }
        }
    }

    @Test
    void a_token_that_expires_ends_the_connection() throws Exception {
        try (ShiftedClock clock = new ShiftedClock();
                TestHub hub = TestHub.start(builder -> builder.clock(clock))) {
            EventClient bob = EventClient.open(hub, "bob", 1);
            bob.await(ServerFrame.Hello.class);
            clock.forward(TestHub.HOUR.plusSeconds(31));
            assertThat(bob.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void a_device_that_is_not_heard_of_is_let_go() throws Exception {
        try (ShiftedClock clock = new ShiftedClock();
                TestHub hub = TestHub.start(builder -> builder.clock(clock))) {
            EventClient bob = EventClient.open(hub, "bob", 1);
            bob.await(ServerFrame.Hello.class);
            clock.forward(Duration.ofSeconds(31));
            await().atMost(EventClient.LIMIT).until(() -> hub.server.connections() == 0);
            bob.awaitClose();
        }
    }

    private static Socket slowReader(TestHub hub) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), hub.server.port()));
        String request = "GET /v1/events?device=slow&start=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                + "Authorization: Bearer " + hub.token("bob") + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }
}
