package dev.belfry.signaling.wire;

import static dev.belfry.signaling.wire.JsonAssertions.assertBad;
import static dev.belfry.signaling.wire.JsonAssertions.assertSameJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.signaling.wire.ServerFrame.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
    private static final Participant BOB =
            new Participant("p1", "bob", "Bob", null, true, false, true, Instant.ofEpochMilli(1_700_000_005_123L));
    private static final String BOB_JSON = """
            {"id":"p1","uid":"bob","name":"Bob","isAudioMuted":true,"isVideoMuted":false,"isLocalUser":true,
            "joinedAt":1700000005123}""";

    @Test
    void aCommandIsWrittenAsTheContractSays() {
        assertSameJson(
                FrameCodec.write(new ClientFrame(7, new WireCommand.Mute("s1", true, false))),
                "{\"id\":7,\"command\":\"mute\",\"sessionId\":\"s1\",\"isAudioMuted\":true,\"isVideoMuted\":false}");
        assertSameJson(
                FrameCodec.write(new ClientFrame(8, new WireCommand.SignOff())), "{\"id\":8,\"command\":\"signOff\"}");
    }

    @Test
    void everyCommandComesBack() throws CallException {
        List<WireCommand> commands = List.of(
                new WireCommand.Join("s1", "a.b.c", true, false),
                new WireCommand.Mute("s1", false, true),
                new WireCommand.Leave("s1"),
                new WireCommand.Relay("s1", "p2", 3, new PeerMessage.EndOfCandidates("uf")),
                new WireCommand.SignOff());
        for (WireCommand command : commands) {
            ClientFrame frame = new ClientFrame(7, command);
            assertThat(FrameCodec.readClientFrame(FrameCodec.write(frame))).isEqualTo(frame);
        }
    }

    @Test
    void whatIsARequestOfItsOwnIsNoFrame() {
        ClientFrame frame = new ClientFrame(1, new WireCommand.Reject(CallStatus.BUSY));
        assertThatIllegalArgumentException().isThrownBy(() -> FrameCodec.write(frame));
    }

    @Test
    void theFirstFrameSaysWhereTheEventsBegin() throws CallException {
        ServerFrame.Hello hello = new ServerFrame.Hello(41, "bob", "node-1");
        String json = FrameCodec.write(hello);
        assertSameJson(json, "{\"hello\":{\"since\":41,\"uid\":\"bob\",\"node\":\"node-1\"}}");
        assertThat(FrameCodec.readServerFrame(json)).isEqualTo(hello);
    }

    @Test
    void anEventIsAFrameAsItIsAndAnothersNumberIsSkipped() throws CallException {
        SignalingEvent event = new SignalingEvent.ParticipantLeft(
                new SignalingEvent.Header(7, "m7", "s1", "bob", "desk", Duration.ofMillis(5)), BOB);
        ServerFrame delivered = new ServerFrame.Delivered(event);
        assertThat(FrameCodec.write(delivered)).isEqualTo(WireCodec.write(event));
        assertThat(FrameCodec.readServerFrame(FrameCodec.write(delivered))).isEqualTo(delivered);

        ServerFrame skipped = new ServerFrame.Skipped(8);
        assertThat(FrameCodec.write(skipped)).isEqualTo("{\"seq\":8}");
        assertThat(FrameCodec.readServerFrame("{\"seq\":8}")).isEqualTo(skipped);
    }

    @Test
    void everyAnswerComesBack() throws CallException {
        ServerFrame joined = new ServerFrame.Answered(1, new Answer.Participants(List.of(BOB, BOB)));
        assertSameJson(
                FrameCodec.write(joined),
                "{\"id\":1,\"answer\":{\"participants\":[" + BOB_JSON + "," + BOB_JSON + "]}}");
        ServerFrame muted = new ServerFrame.Answered(2, new Answer.Muted(BOB));
        assertSameJson(FrameCodec.write(muted), "{\"id\":2,\"answer\":" + BOB_JSON + "}");
        ServerFrame done = new ServerFrame.Answered(3, new Answer.Done());
        assertSameJson(FrameCodec.write(done), "{\"id\":3,\"answer\":{}}");
        for (ServerFrame frame : List.of(joined, muted, done)) {
            assertThat(FrameCodec.readServerFrame(FrameCodec.write(frame))).isEqualTo(frame);
        }
    }

    @Test
    void aRefusalNamesItsCodeAndField() throws CallException {
        String json = FrameCodec.write(new ServerFrame.Refused(4, CallException.badRequest("to")));
        assertSameJson(json, "{\"id\":4,\"error\":{\"code\":\"ERR_BAD_REQUEST\",\"field\":\"to\"}}");
        assertThat(FrameCodec.readServerFrame(json)).isInstanceOfSatisfying(ServerFrame.Refused.class, refused -> {
            assertThat(refused.id()).isEqualTo(4);
            assertThat(refused.error().code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
            assertThat(refused.error().detail()).isEqualTo("to");
        });
    }

    @Test
    void aFrameThatDoesNotFitIsNamedAndItsIdStillRead() throws CallException {
        assertBad("id", () -> FrameCodec.readClientFrame("{\"command\":\"leave\"}"));
        assertBad("command", () -> FrameCodec.readClientFrame("{\"id\":1,\"command\":\"end\"}"));
        assertBad("command", () -> FrameCodec.readClientFrame("{\"id\":1}"));
        assertBad("sessionId", () -> FrameCodec.readClientFrame("{\"id\":1,\"command\":\"leave\",\"sessionId\":[]}"));
        assertBad("body", () -> FrameCodec.readClientFrame("[1]"));
        assertThat(FrameCodec.readId("{\"id\":1,\"command\":\"end\"}")).isEqualTo(1);
        assertBad("id", () -> FrameCodec.readId("{\"id\":\"1\"}"));
        assertThat(FrameCodec.readSeq("{\"seq\":9,\"event\":\"unheardOf\"}")).isEqualTo(9);
        assertBad("seq", () -> FrameCodec.readSeq("{\"event\":\"unheardOf\"}"));
    }

    @Test
    void aFrameOfTheHubThatDoesNotFitIsNamed() {
        assertBad("id", () -> FrameCodec.readServerFrame("{}"));
        assertBad("answer", () -> FrameCodec.readServerFrame("{\"id\":1}"));
        assertBad("hello.uid", () -> FrameCodec.readServerFrame("{\"hello\":{\"since\":1}}"));
        assertBad("error.code", () -> FrameCodec.readServerFrame("{\"id\":1,\"error\":{\"code\":\"x\"}}"));
        assertBad(
                "answer.participants",
                () -> FrameCodec.readServerFrame("{\"id\":1,\"answer\":{\"participants\":[7]}}"));
        assertBad(
                "answer.participants.1.id",
                () -> FrameCodec.readServerFrame("{\"id\":1,\"answer\":{\"participants\":[" + BOB_JSON + ",{}]}}"));
    }
}
