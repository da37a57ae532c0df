package dev.belfry.signaling.okhttp;

import static dev.belfry.signaling.okhttp.ScriptedHub.json;
import static dev.belfry.signaling.okhttp.ScriptedHub.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallException;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.signaling.wire.WireCodec;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class SignInTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ScriptedHub hub = new ScriptedHub().start();

    @AfterEach
    void noThreadIsLeft() {
        hub.close();
        await().atMost(LIMIT)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("belfry-")));
    }

    @Test
    void theUserOfTheTokenIsFetched() throws Exception {
        hub.answers("/v1/users/alice", json(200, WireCodec.write(Desk.ALICE)));
        try (OkHttpSignaling line = builder().signIn().get(60, TimeUnit.SECONDS)) {
            assertThat(line.localUser()).isEqualTo(Desk.ALICE);
            assertThat(line.deviceId()).matches("[!-~]{1,128}");
        }
    }

    @Test
    void aLineOnItsOwnThreadConnectsAndCloses() throws Exception {
        hub.answers("/v1/users/alice", json(200, WireCodec.write(Desk.ALICE)));
        OkHttpSignaling line = builder().deviceId("desk").signIn().get(60, TimeUnit.SECONDS);
        CompletableFuture<Boolean> connected = new CompletableFuture<>();
        SignalingListener listener = new SignalingListener() {
            @Override
            public void onEvent(SignalingEvent event) {}

            @Override
            public void onConnectionState(ConnectionState state) {
                if (state == ConnectionState.CONNECTED) {
                    connected.complete(true);
                }
            }
        };
        line.connect(listener);
        await().atMost(LIMIT).until(() -> !hub.connections().isEmpty());
        hub.connection().hello(0);
        assertThat(connected.get(60, TimeUnit.SECONDS)).isTrue();
        line.close();
        await().atMost(LIMIT).until(() -> hub.connection().closedWith() == 1000);
        assertThatIllegalStateException().isThrownBy(() -> line.connect(listener));
    }

    @Test
    void aUserWhomTheHubDoesNotKnowIsToldSo() {
        hub.answers("/v1/users/alice", refusal(401, "ERR_UNAUTHORIZED"));
        assertFails(builder().signIn(), ErrorCode.ERR_UNAUTHORIZED);
    }

    @Test
    void aHostThatLetsNobodyInSaysSoAtOnce() {
        OkHttpSignalingBuilder builder = OkHttpSignaling.builder(hub.uri())
                .tokens(() -> CompletableFuture.failedFuture(new CallException(ErrorCode.ERR_UNAUTHORIZED)));
        assertFails(builder.signIn(), ErrorCode.ERR_UNAUTHORIZED);
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void aTokenOfNobodyIsRefusedHere() {
        assertFails(
                OkHttpSignaling.builder(hub.uri())
                        .tokens(TokenSource.of("opaque"))
                        .signIn(),
                ErrorCode.ERR_UNAUTHORIZED);
    }

    @Test
    void aHubThatDoesNotAnswerIsWaitedForWithPatience() {
        hub.answers("/v1/users/alice", refusal(503, "ERR_UNAVAILABLE"));
        assertFails(builder().patience(Duration.ofMillis(10)).signIn(), ErrorCode.ERR_CONNECTION_LOST);
    }

    @Test
    void signingInCanBeGivenUp() {
        hub.answers("/v1/users/alice", refusal(503, "ERR_UNAVAILABLE"));
        CompletableFuture<OkHttpSignaling> signIn = builder().signIn();
        await().atMost(LIMIT).until(() -> !hub.requests().isEmpty());
        assertThat(signIn.cancel(false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://hub.example", "hub.example", "https://hub.example/?a=b", "https://hub.example/#c"})
    void anAddressIsAnHttpUrl(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> OkHttpSignaling.builder(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "\n"})
    void aDeviceIdIsPrintable(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OkHttpSignaling.builder(hub.uri()).deviceId(id));
    }

    @Test
    void aLineNeedsTokens() {
        assertThatNullPointerException()
                .isThrownBy(() -> OkHttpSignaling.builder(hub.uri()).build(Desk.ALICE));
    }

    @Test
    void anAddressMayHaveAPath() {
        HubAddresses addresses = HubAddresses.of(List.of(URI.create("https://example.org/calls/")));
        assertThat(HubAddresses.resource(addresses.current(), List.of("v1", "users"), Map.of("search", "a&b")))
                .hasToString("https://example.org/calls/v1/users?search=a%26b");
    }

    private OkHttpSignalingBuilder builder() {
        return OkHttpSignaling.builder(hub.uri()).tokens(TokenSource.of(Desk.token(1)));
    }

    private static void assertFails(CompletableFuture<?> future, ErrorCode code) {
        assertThat(future)
                .failsWithin(LIMIT)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        CallException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
