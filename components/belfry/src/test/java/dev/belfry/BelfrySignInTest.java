package dev.belfry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.signaling.okhttp.TokenSource;
import dev.belfry.signaling.wire.WireCodec;
import java.awt.EventQueue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BelfrySignInTest {
    private static final String CLAIMS = Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"sub\":\"alice\"}".getBytes(StandardCharsets.UTF_8));
    private static final TokenSource TOKENS = TokenSource.of("e30." + CLAIMS + ".c2ln");

    private HttpServer hub;

    @BeforeEach
    void aHubThatKnowsAlice() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] alice = WireCodec.write(User.of("alice", "Alice")).getBytes(StandardCharsets.UTF_8);
        hub.createContext("/v1/users/alice", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, alice.length);
            exchange.getResponseBody().write(alice);
            exchange.close();
        });
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    @Test
    void a_user_signs_in_and_panels_may_be_made_at_once() throws Exception {
        CompletableFuture<Boolean> onTheEventThread = new CompletableFuture<>();
        CompletableFuture<Belfry> signIn = Belfry.signIn(uri(), TOKENS);
        var unused = signIn.whenComplete((belfry, failure) -> onTheEventThread.complete(EventQueue.isDispatchThread()));
        assertThat(onTheEventThread.get(60, TimeUnit.SECONDS)).isTrue();
        try (Belfry belfry = signIn.get(60, TimeUnit.SECONDS)) {
            assertThat(belfry.controller().localUser()).isEqualTo(User.of("alice", "Alice"));
        }
    }

    @Test
    void a_user_who_may_not_sign_in_is_told_so() {
        CompletableFuture<Belfry> signIn = Belfry.signIn(
                uri(), () -> CompletableFuture.failedFuture(new CallException(ErrorCode.ERR_UNAUTHORIZED)));
        assertThat(signIn)
                .failsWithin(Duration.ofSeconds(60))
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        CallException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ERR_UNAUTHORIZED));
    }

    private URI uri() {
        return URI.create("http://" + hub.getAddress().getAddress().getHostAddress() + ":"
                + hub.getAddress().getPort());
    }
}
