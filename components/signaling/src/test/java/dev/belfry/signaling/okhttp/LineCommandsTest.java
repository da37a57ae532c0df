package dev.belfry.signaling.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.call.CallToken;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.signaling.okhttp.ScriptedHub.Connection;
import dev.belfry.signaling.wire.ServerFrame.Answer;
import dev.belfry.signaling.wire.ServerFrame.Answered;
import dev.belfry.signaling.wire.ServerFrame.Refused;
import dev.belfry.testkit.Calls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineCommandsTest {
    private static final Participant ME = Calls.participant(Desk.ALICE, true);
    private static final PeerMessage END = new PeerMessage.EndOfCandidates(null);

    private final ScriptedHub hub = new ScriptedHub().start();
    private final Desk desk = new Desk(hub);

    @AfterEach
    void nothingIsLeft() {
        desk.close();
        hub.close();
    }

    @Test
    void commandsWaitForTheConnectionAndAreMatchedWithTheirAnswers() throws Exception {
        CompletableFuture<List<Participant>> join = desk.line.join(new CallToken("s1", "jwt"), false, true);
        CompletableFuture<Participant> mute = desk.line.mute("s1", true, true);
        CompletableFuture<@Nullable Void> relay = desk.line.relay("s1", "bob-1", END);
        CompletableFuture<@Nullable Void> leave = desk.line.leave("s1");
        Connection connection = desk.connected(hub, 0);
        desk.until(() -> connection.heard().size() == 4);
        assertThat(connection.heard())
                .containsExactly(
                        "{\"id\":1,\"command\":\"join\",\"sessionId\":\"s1\",\"token\":\"jwt\",\"isAudioMuted\":false,\"isVideoMuted\":true}",
                        "{\"id\":2,\"command\":\"mute\",\"sessionId\":\"s1\",\"isAudioMuted\":true,\"isVideoMuted\":true}",
                        "{\"id\":3,\"command\":\"relay\",\"sessionId\":\"s1\",\"to\":\"bob-1\",\"number\":0,\"message\":{\"kind\":\"endOfCandidates\"}}",
                        "{\"id\":4,\"command\":\"leave\",\"sessionId\":\"s1\"}");
        connection.say(new Answered(2, new Answer.Muted(ME.withMuted(true, true))));
        connection.say(new Answered(4, new Answer.Done()));
        connection.say(new Answered(3, new Answer.Done()));
        connection.say(new Answered(99, new Answer.Done()));
        assertThat(desk.answer(mute)).isEqualTo(ME.withMuted(true, true));
        desk.answer(leave);
        desk.answer(relay);
        assertThat(join).isNotDone();
        connection.say(new Answered(1, new Answer.Participants(List.of(ME))));
        assertThat(desk.answer(join)).containsExactly(ME);
    }

    @Test
    void whatWasNotAnsweredIsSentAgainOverTheNextConnection() throws Exception {
        Connection first = desk.connected(hub, 0);
        CompletableFuture<Participant> one = desk.line.mute("s1", true, true);
        CompletableFuture<Participant> two = desk.line.mute("s1", true, false);
        desk.until(() -> first.heard().size() == 2);
        first.say(new Answered(1, new Answer.Muted(ME)));
        desk.answer(one);
        first.drop();
        desk.waits(275);
        CompletableFuture<Participant> three = desk.line.mute("s1", false, false);
        desk.passes(275);
        Connection second = desk.connection(hub, 2);
        second.hello(0);
        desk.until(() -> second.heard().size() == 2);
        assertThat(second.heard().get(0)).isEqualTo(first.heard().get(1));
        second.say(new Answered(3, new Answer.Muted(ME)));
        second.say(new Answered(2, new Answer.Muted(ME)));
        desk.answer(two);
        desk.answer(three);
    }

    @Test
    void aRefusalIsTheAnswer() {
        Connection connection = desk.connected(hub, 0);
        CompletableFuture<List<Participant>> join = desk.line.join(new CallToken("s1", "jwt"), false, false);
        desk.until(() -> connection.heard().size() == 1);
        connection.say(new Refused(1, new CallException(ErrorCode.ERR_CALL_TERMINATED)));
        desk.fails(join, ErrorCode.ERR_CALL_TERMINATED);
        desk.passes(10_000);
        assertThat(connection.heard()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"ERR_UNAVAILABLE", "ERR_RATE_LIMITED"})
    void aHubThatAsksForPatienceIsAskedAgain(ErrorCode code) throws Exception {
        Connection connection = desk.connected(hub, 0);
        CompletableFuture<@Nullable Void> first = desk.line.relay("s1", "bob-1", END);
        CompletableFuture<@Nullable Void> second = desk.line.relay("s1", "bob-1", END);
        desk.until(() -> connection.heard().size() == 1);
        int timers = desk.time.pending();
        connection.say(new Refused(1, new CallException(code)));
        desk.until(() -> desk.time.pending() > timers);
        desk.passes(550);
        desk.until(() -> connection.heard().size() == 2);
        assertThat(connection.heard().get(1)).contains("\"id\":2", "\"number\":0");
        connection.say(new Answered(2, new Answer.Done()));
        desk.answer(first);
        desk.until(() -> connection.heard().size() == 3);
        assertThat(connection.heard().get(2)).contains("\"id\":3", "\"number\":1");
        connection.say(new Answered(3, new Answer.Done()));
        desk.answer(second);
    }

    @Test
    void aCommandNobodyWaitsForAnyMoreIsNotSentAgain() {
        Connection first = desk.connected(hub, 0);
        CompletableFuture<Participant> mute = desk.line.mute("s1", true, true);
        desk.until(() -> first.heard().size() == 1);
        desk.passes(Duration.ofMinutes(2));
        desk.fails(mute, ErrorCode.ERR_CONNECTION_LOST);
        first.close(1001);
        Connection second = desk.connection(hub, 2);
        second.hello(0);
        CompletableFuture<@Nullable Void> leave = desk.line.leave("s1");
        desk.until(() -> !second.heard().isEmpty());
        assertThat(second.heard().get(0)).contains("leave");
        second.say(new Answered(2, new Answer.Done()));
        desk.until(leave::isDone);
    }

    @Test
    void whatTheHubCanMakeNothingOfIsNotSentAgain() {
        Connection first = desk.connected(hub, 0);
        CompletableFuture<Participant> mute = desk.line.mute("s1", true, true);
        desk.until(() -> first.heard().size() == 1);
        first.close(4400);
        desk.fails(mute, ErrorCode.ERR_BAD_REQUEST);
    }

    @Test
    void anAnswerToSomethingElseIsNone() {
        Connection connection = desk.connected(hub, 0);
        CompletableFuture<Participant> mute = desk.line.mute("s1", true, true);
        desk.until(() -> connection.heard().size() == 1);
        connection.say(new Answered(1, new Answer.Done()));
        desk.fails(mute, ErrorCode.ERR_BAD_REQUEST);
    }

    @Test
    void aMessageThatIsTooLargeIsNotSent() {
        Connection connection = desk.connected(hub, 0);
        PeerMessage large = new PeerMessage.EndOfCandidates("u".repeat(PeerMessage.MAX_UFRAG + 1));
        desk.fails(desk.line.relay("s1", "bob-1", large), ErrorCode.ERR_BAD_REQUEST);
        assertThat(connection.heard()).isEmpty();
    }
}
