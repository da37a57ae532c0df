package dev.belfry.signaling.okhttp;

import static dev.belfry.signaling.okhttp.ScriptedHub.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallType;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.User;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.call.spi.SignalingEvent.Header;
import dev.belfry.signaling.okhttp.ScriptedHub.Connection;
import dev.belfry.signaling.wire.ServerFrame;
import dev.belfry.testkit.Calls;
import java.time.Duration;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    private static final User BOB = User.of("bob", "Bob");

    private final ScriptedHub hub = new ScriptedHub().start();
    private final ScriptedHub other = new ScriptedHub().start();
    private final Desk desk = new Desk(hub);

    @AfterEach
    void nothingIsLeft() {
        desk.close();
        hub.close();
        other.close();
    }

    @Test
    void theFirstConnectionSaysWhoseItIsAndAsksForNothingPast() {
        Connection connection = desk.connected(hub, 41);
        assertThat(desk.heard).containsExactly("CONNECTING", "CONNECTED");
        assertThat(connection.parameter("device")).isEqualTo("desk");
        assertThat(connection.parameter("start")).isEqualTo(Long.toString(Calls.START.toEpochMilli()));
        assertThat(connection.parameter("since")).isNull();
        assertThat(connection.request().getHeaders().get("Authorization")).isEqualTo("Bearer " + Desk.token(1));
    }

    @Test
    void eventsComeInOrderOnceAndWithoutTheDevicesOwn() {
        Connection connection = desk.connected(hub, 41);
        desk.heard.clear();
        connection.say(event(42));
        connection.say(event(44));
        connection.say(event(42));
        connection.say(new ServerFrame.Skipped(43));
        connection.say(own(45));
        connection.say(event(46));
        desk.until(() -> desk.heard.contains("m46"));
        assertThat(desk.heard).containsExactly("m42", "m44", "m46");
    }

    @Test
    void aBrokenConnectionIsMadeAgainAndGoesOnWhereItBrokeOff() {
        Connection first = desk.connected(hub, 41);
        first.say(event(42));
        desk.until(() -> desk.heard.contains("m42"));
        first.drop();
        desk.waits(275);
        desk.passes(274);
        assertThat(hub.knocks()).isEqualTo(1);
        desk.passes(1);
        Connection second = desk.connection(hub, 2);
        assertThat(second.parameter("since")).isEqualTo("42");
        assertThat(second.parameter("start")).isEqualTo(first.parameter("start"));
        second.hello(42);
        second.say(event(42));
        second.say(event(43));
        desk.until(() -> desk.heard.contains("m43"));
        assertThat(desk.heard).containsExactly("CONNECTING", "CONNECTED", "m42", "RECONNECTING", "CONNECTED", "m43");
    }

    @Test
    void aConnectionThatBreaksWithinAFrameLosesNothing() {
        hub.answers(
                "/v1/events",
                Broken.within("{\"hello\":{\"since\":41,\"uid\":\"alice\",\"node\":\"n\"}}", "{\"seq\":42"));
        desk.line.connect(desk);
        desk.waits(275);
        desk.passes(275);
        Connection second = desk.connection(hub, 1);
        assertThat(second.parameter("since")).isEqualTo("41");
    }

    @Test
    void thePausesBetweenAttemptsGrowUpToFiveSeconds() {
        for (int n = 0; n < 9; n++) {
            hub.answers("/v1/events", refusal(503, "ERR_UNAVAILABLE"));
        }
        desk.line.connect(desk);
        for (int millis : new int[] {275, 550, 1_100, 2_200, 4_400, 5_500, 5_500}) {
            desk.waits(millis);
            desk.passes(millis);
        }
        assertThat(desk.heard).as("never connected, so not connected again").containsExactly("CONNECTING");
    }

    @Test
    void aNodeThatGoesDownIsLeftAtOnce() {
        Desk two = new Desk(hub, other);
        Connection first = two.connected(hub, 41);
        first.close(1001);
        Connection second = two.connection(other, 1);
        assertThat(second.parameter("since")).isEqualTo("41");
        second.hello(41);
        two.until(() -> two.heard.size() == 4);
        assertThat(two.heard).containsExactly("CONNECTING", "CONNECTED", "RECONNECTING", "CONNECTED");
        assertThat(two.time.pending()).as("the watch over the clocks").isEqualTo(1);
        two.close();
    }

    @Test
    void aNodeThatIsGoneIsFollowedByTheNextAndThatByTheFirst() {
        Desk two = new Desk(hub, other);
        Connection first = two.connected(hub, 41);
        hub.answers("/v1/events", refusal(503, "ERR_UNAVAILABLE"));
        other.answers(
                "/v1/events",
                refusal(503, "ERR_UNAVAILABLE")
                        .newBuilder()
                        .addHeader("Retry-After", "2")
                        .build());
        first.drop();
        two.waits(275);
        two.passes(275);
        two.waits(2_000);
        two.passes(1_999);
        assertThat(hub.knocks()).isEqualTo(1);
        two.passes(1);
        two.waits(1_100);
        two.passes(1_100);
        two.connection(other, 1).hello(41);
        two.until(() -> two.heard.size() == 4);
        two.close();
    }

    @Test
    void aTokenThatRanOutIsReplacedAtOnce() {
        Connection first = desk.connected(hub, 41);
        first.close(4401);
        Connection second = desk.connection(hub, 2);
        assertThat(second.request().getHeaders().get("Authorization")).isEqualTo("Bearer " + Desk.token(2));
        hub.answers("/v1/events", refusal(401, "ERR_UNAUTHORIZED"));
        second.hello(41);
        desk.until(() -> desk.heard.size() == 4);
        desk.passes(10_000);
        second.close(4401);
        desk.waits(550);
        assertThat(hub.knocks()).isEqualTo(3);
        assertThat(desk.tokens()).isEqualTo(3);
        desk.passes(550);
        Connection last = desk.connection(hub, 3);
        assertThat(last.request().getHeaders().get("Authorization")).isEqualTo("Bearer " + Desk.token(4));
    }

    @Test
    void theTokenOfAnotherUserOpensNothing() {
        desk.line.connect(desk);
        desk.connection(hub, 1).say(new ServerFrame.Hello(1, "mallory", "node"));
        Connection second = desk.connection(hub, 2);
        assertThat(desk.tokens()).isEqualTo(2);
        second.hello(1);
        desk.until(() -> desk.heard.contains("CONNECTED"));
    }

    @Test
    void aDeviceThatStartedAnewElsewhereStopsHereForGood() {
        Connection connection = desk.connected(hub, 41);
        var pending = desk.line.mute("s1", true, true);
        desk.until(() -> !connection.heard().isEmpty());
        connection.close(4409);
        desk.fails(pending, ErrorCode.ERR_CONNECTION_LOST);
        assertThat(desk.heard).endsWith("CONNECTED", "CLOSED");
        desk.fails(desk.line.call("s1"), ErrorCode.ERR_CONNECTION_LOST);
        desk.passes(Duration.ofMinutes(5));
        assertThat(hub.knocks()).isEqualTo(1);
        assertThat(desk.time.pending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1006, 1011, 4410, 4429, 4000})
    void anyOtherEndIsFollowedByAPause(int code) {
        Connection first = desk.connected(hub, 41);
        if (code == 1006) {
            first.drop();
        } else {
            first.close(code);
        }
        desk.waits(275);
        desk.passes(274);
        assertThat(hub.knocks()).isEqualTo(1);
        desk.passes(1);
        desk.connection(hub, 2);
    }

    @Test
    void aLineThatBreaksAgainAndAgainIsNotHammered() {
        Connection connection = desk.connected(hub, 41);
        connection.close(1001);
        desk.connection(hub, 2).hello(41);
        desk.until(() -> desk.heard.size() == 4);
        hub.connection().close(1001);
        desk.waits(550);
        desk.passes(549);
        assertThat(hub.knocks()).isEqualTo(2);
        desk.passes(1);
        desk.connection(hub, 3);
    }

    @Test
    void eventsThatAreNoLongerKeptArePassedOver() {
        desk.connected(hub, 41).drop();
        desk.waits(275);
        desk.passes(275);
        Connection second = desk.connection(hub, 2);
        second.hello(90);
        second.say(event(91));
        desk.until(() -> desk.heard.contains("m91"));
        assertThat(desk.heard).endsWith("CONNECTED", "m91");
    }

    @Test
    void aHubThatCountsAnewIsHeard() {
        desk.connected(hub, 41).drop();
        desk.waits(275);
        desk.passes(275);
        Connection second = desk.connection(hub, 2);
        second.hello(0);
        second.say(event(1));
        desk.until(() -> desk.heard.contains("m1"));
    }

    @Test
    void anEventThatIsMissingForTwoSecondsIsAskedForByConnectingAgain() {
        Connection first = desk.connected(hub, 41);
        first.say(event(43));
        desk.waits(2_000);
        desk.passes(1_999);
        assertThat(hub.knocks()).isEqualTo(1);
        desk.passes(1);
        Connection second = desk.connection(hub, 2);
        assertThat(second.parameter("since")).isEqualTo("41");
        second.hello(41);
        second.say(event(42));
        second.say(event(43));
        desk.until(() -> desk.heard.contains("m43"));
        assertThat(desk.heard).endsWith("m42", "m43");
    }

    @Test
    void anEventOfAnUnknownKindIsPassedOver() {
        Connection connection = desk.connected(hub, 41);
        connection.say("{\"seq\":42,\"event\":\"unheardOf\",\"messageId\":7}");
        connection.say(event(43));
        desk.until(() -> desk.heard.contains("m43"));
        assertThat(hub.knocks()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"seq\":\"42\"}", "{\"seq\":42,", "\u0000", "{\"id\":7,\"answer\":3}"})
    void whatIsNoFrameEndsTheConnectionAndLosesNothing(String frame) {
        Connection connection = desk.connected(hub, 41);
        connection.say(frame);
        desk.waits(275);
        desk.passes(275);
        assertThat(desk.connection(hub, 2).parameter("since")).isEqualTo("41");
    }

    @Test
    void aFrameThatIsTooLongEndsTheConnection() {
        Connection connection = desk.connected(hub, 41);
        connection.say("{\"seq\":42,\"x\":\"" + "x".repeat(5 << 20) + "\"}");
        desk.until(() -> desk.heard.contains("RECONNECTING"));
    }

    @Test
    void aListenerThatFailsMissesNothingThatFollows() {
        Connection connection = desk.connected(hub, 41);
        desk.failsOn("m42");
        connection.say(event(42));
        connection.say(event(43));
        desk.until(() -> desk.heard.contains("m43"));
        assertThat(desk.heard).endsWith("m42", "m43");
    }

    @Test
    void aBinaryFrameIsPassedOver() {
        Connection connection = desk.connected(hub, 41);
        connection.say(ByteString.encodeUtf8("{\"seq\":42}"));
        connection.say(event(42));
        desk.until(() -> desk.heard.contains("m42"));
    }

    @Test
    void nothingIsHeardBeforeTheGreeting() {
        desk.line.connect(desk);
        desk.connection(hub, 1).say(event(42));
        desk.waits(275);
        desk.passes(275);
        desk.connection(hub, 2).hello(41);
        desk.until(() -> desk.heard.contains("CONNECTED"));
        assertThat(desk.heard).containsExactly("CONNECTING", "CONNECTED");
    }

    @Test
    void aHubThatNeverGreetsIsLeft() {
        desk.line.connect(desk);
        desk.connection(hub, 1);
        desk.passes(20_000);
        desk.passes(275);
        desk.connection(hub, 2);
    }

    @Test
    void afterSleepTheLineIsMadeAnewAtOnce() {
        desk.connected(hub, 41);
        desk.time.sleep(Duration.ofSeconds(60));
        desk.passes(1_000);
        Connection second = desk.connection(hub, 2);
        assertThat(desk.heard).endsWith("CONNECTED", "RECONNECTING");
        assertThat(second.parameter("since")).isEqualTo("41");
    }

    @Test
    void aCallThatWaitedInABufferWhileTheMachineSleptDoesNotRing() {
        Connection connection = desk.connected(hub, 41);
        desk.time.sleep(Duration.ofSeconds(60));
        connection.say(event(42));
        Connection second = desk.connection(hub, 2);
        assertThat(second.parameter("since")).isEqualTo("41");
        second.hello(41);
        second.say(new ServerFrame.Skipped(42));
        second.say(event(43));
        desk.until(() -> desk.heard.contains("m43"));
        assertThat(desk.heard).endsWith("RECONNECTING", "CONNECTED", "m43");
    }

    @Test
    void nothingIsHeardOnceTheLineIsClosedAndTheHubIsTold() {
        Connection connection = desk.connected(hub, 41);
        desk.line.close();
        desk.until(() -> connection.closedWith() == 1000);
        assertThat(connection.heard()).containsExactly("{\"id\":1,\"command\":\"signOff\"}");
        assertThat(desk.heard).containsExactly("CONNECTING", "CONNECTED");
        desk.line.close();
    }

    @Test
    void aLineThatIsClosedBeforeItIsOpenStaysClosed() {
        desk.line.connect(desk);
        desk.line.close();
        desk.passes(10_000);
        assertThat(desk.heard).isEmpty();
        assertThat(hub.knocks()).isZero();
    }

    private static ServerFrame event(long seq) {
        return delivered(seq, "bob", "bobs");
    }

    private static ServerFrame own(long seq) {
        return delivered(seq, "alice", "desk");
    }

    private static ServerFrame delivered(long seq, String uid, String device) {
        SignalingEvent event = new CallChanged(
                new Header(seq, "m" + seq, "s1", uid, device, Duration.ZERO),
                CallChange.INCOMING,
                Calls.ringing("s1", BOB, Desk.ALICE, CallType.AUDIO),
                Duration.ofSeconds(45));
        return new ServerFrame.Delivered(event);
    }
}
