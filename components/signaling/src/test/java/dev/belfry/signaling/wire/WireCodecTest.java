package dev.belfry.signaling.wire;

import static dev.belfry.signaling.wire.JsonAssertions.assertBad;
import static dev.belfry.signaling.wire.JsonAssertions.assertSameJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.ReceiverType;
import dev.belfry.call.User;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.PeerMessage.DescriptionType;
import dev.belfry.call.spi.SignalingEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WireCodecTest {
    private static final User ALICE =
            new User("alice", "Alice", URI.create("https://example.org/a.png"), true, "admin");
    private static final User BOB = new User("bob", "Bob", null, false, null);
    private static final Group TEAM = new Group("team", "Team", URI.create("https://example.org/t.png"), 3);
    private static final Call ENDED = new Call(
            "s1-4",
            "s1",
            "alice_user_bob",
            CallType.VIDEO,
            ReceiverType.USER,
            "bob",
            CallStatus.ONGOING,
            CallStatus.ENDED,
            Instant.ofEpochSecond(1_700_000_000),
            Instant.ofEpochSecond(1_700_000_005),
            ALICE,
            BOB,
            ALICE,
            BOB,
            Instant.ofEpochSecond(1_700_000_065),
            Instant.ofEpochSecond(1_700_000_064),
            Duration.ofSeconds(60),
            EndReason.HANG_UP,
            4);
    private static final String ENDED_JSON = """
            {"id":"s1-4","sessionId":"s1","conversationId":"alice_user_bob","category":"call","type":"video",
            "receiverType":"user","receiverId":"bob","action":"ongoing","status":"ended","initiatedAt":1700000000,
            "joinedAt":1700000005,
            "sender":{"uid":"alice","name":"Alice","avatar":"https://example.org/a.png","status":"online","role":"admin"},
            "receiver":{"uid":"bob","name":"Bob","status":"offline"},
            "callInitiator":{"uid":"alice","name":"Alice","avatar":"https://example.org/a.png","status":"online","role":"admin"},
            "callReceiver":{"uid":"bob","name":"Bob","status":"offline"},
            "sentAt":1700000065,"updatedAt":1700000064,"duration":60,"endReason":"hangUp","version":4}""";
    private static final Participant PARTICIPANT =
            new Participant("p1", "bob", "Bob", null, true, false, false, Instant.ofEpochMilli(1_700_000_005_123L));

    private static final PeerMessage OFFER = new PeerMessage.Description(DescriptionType.OFFER, "v=0\r\n");
    private static final PeerMessage CANDIDATE =
            new PeerMessage.Candidate("candidate:1 1 udp 1 ::1 9 typ host", "0", 1, "uf");
    private static final List<PeerMessage> PEER_MESSAGES = List.of(
            OFFER,
            CANDIDATE,
            new PeerMessage.Candidate("candidate:2", null, 0, null),
            new PeerMessage.EndOfCandidates(null));

    @Test
    void aCallIsWrittenAsTheContractSays() throws CallException {
        assertSameJson(WireCodec.write(ENDED), ENDED_JSON);
        assertThat(WireCodec.readCall(ENDED_JSON)).isEqualTo(ENDED);
    }

    @Test
    void aRingingGroupCallHasNoEnd() throws CallException {
        Call call = new Call(
                "s2-1",
                "s2",
                "group_team",
                CallType.AUDIO,
                ReceiverType.GROUP,
                "team",
                CallStatus.INITIATED,
                CallStatus.INITIATED,
                Instant.ofEpochSecond(5),
                null,
                ALICE,
                TEAM,
                ALICE,
                TEAM,
                Instant.ofEpochSecond(6),
                Instant.ofEpochSecond(5),
                Duration.ZERO,
                null,
                1);
        String json = WireCodec.write(call);

        assertThat(json).doesNotContain("joinedAt", "duration", "endReason", "null");
        assertThat(json)
                .contains(
                        "\"receiver\":{\"guid\":\"team\",\"name\":\"Team\",\"icon\":\"https://example.org/t.png\",\"membersCount\":3}");
        assertThat(WireCodec.readCall(json)).isEqualTo(call);
    }

    @Test
    void aParticipantJoinsInMilliseconds() throws CallException {
        String json = WireCodec.write(PARTICIPANT);
        assertSameJson(json, """
                {"id":"p1","uid":"bob","name":"Bob","isAudioMuted":true,"isVideoMuted":false,"isLocalUser":false,
                "joinedAt":1700000005123}""");
        assertThat(WireCodec.readParticipant(json)).isEqualTo(PARTICIPANT);
    }

    @Test
    void everyEventComesBackAsItWas() throws CallException {
        SignalingEvent.Header header =
                new SignalingEvent.Header(7, "m7", "s1", "bob", "desk", Duration.ofMillis(1_500));
        for (SignalingEvent.CallChange change : SignalingEvent.CallChange.values()) {
            assertComesBack(new SignalingEvent.CallChanged(header, change, ENDED, Duration.ofMillis(44_250)));
        }
        assertComesBack(new SignalingEvent.ParticipantJoined(header, PARTICIPANT));
        assertComesBack(new SignalingEvent.ParticipantLeft(header, PARTICIPANT));
        assertComesBack(new SignalingEvent.ParticipantMuted(header, PARTICIPANT));
        for (PeerMessage message : PEER_MESSAGES) {
            assertComesBack(new SignalingEvent.PeerMessageReceived(header, "p1", "p2", message));
        }
    }

    @Test
    void aPeerMessageIsWrittenAsABrowserReadsIt() {
        SignalingEvent.Header header = new SignalingEvent.Header(7, "m7", "s1", "bob", "desk", Duration.ZERO);
        String start = "{\"seq\":7,\"messageId\":\"m7\",\"sessionId\":\"s1\",\"uid\":\"bob\",\"deviceId\":\"desk\","
                + "\"age\":0,\"event\":\"peerMessage\",\"from\":\"p1\",\"to\":\"p2\",\"message\":";
        assertSameJson(
                WireCodec.write(new SignalingEvent.PeerMessageReceived(header, "p1", "p2", OFFER)),
                start + "{\"kind\":\"description\",\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}}");
        assertSameJson(
                WireCodec.write(new SignalingEvent.PeerMessageReceived(header, "p1", "p2", CANDIDATE)),
                start + "{\"kind\":\"candidate\",\"candidate\":\"candidate:1 1 udp 1 ::1 9 typ host\",\"sdpMid\":\"0\","
                        + "\"sdpMLineIndex\":1,\"usernameFragment\":\"uf\"}}");
    }

    @Test
    void theLargestDescriptionIsCarriedAndALargerOneRefused() throws CallException {
        String largest = "\u0001".repeat(PeerMessage.MAX_SDP);
        WireCommand.Relay relay = relay(new PeerMessage.Description(DescriptionType.ANSWER, largest));
        assertThat(WireCodec.readRelay(WireCodec.write(relay))).isEqualTo(relay);
        String tooLarge = WireCodec.write(relay(new PeerMessage.Description(DescriptionType.ANSWER, largest + "x")));
        assertBad("message.sdp", () -> WireCodec.readRelay(tooLarge));
    }

    @Test
    void aPeerMessageThatDoesNotFitIsNamed() {
        String start = "{\"sessionId\":\"s1\",\"to\":\"p2\",\"number\":0,\"message\":{\"kind\":";
        assertBad("message.kind", () -> WireCodec.readRelay(start + "\"renegotiate\"}}"));
        assertBad("message.type", () -> WireCodec.readRelay(start + "\"description\",\"type\":\"x\",\"sdp\":\"\"}}"));
        assertBad("message.candidate", () -> WireCodec.readRelay(start + "\"candidate\"}}"));
        assertBad(
                "message.sdpMLineIndex",
                () -> WireCodec.readRelay(start + "\"candidate\",\"candidate\":\"\",\"sdpMLineIndex\":64}}"));
        assertBad(
                "message.sdpMid",
                () -> WireCodec.readRelay(
                        start + "\"candidate\",\"candidate\":\"\",\"sdpMid\":\"" + "x".repeat(65) + "\"}}"));
        assertBad("number", () -> WireCodec.readRelay("{\"sessionId\":\"s1\",\"to\":\"p2\"}"));
    }

    @Test
    void anEventNamesItsKindAndCarriesItsAge() {
        SignalingEvent.Header header = new SignalingEvent.Header(7, "m7", "s1", "bob", "", Duration.ofMillis(1_500));
        assertSameJson(
                WireCodec.write(new SignalingEvent.CallChanged(
                        header, SignalingEvent.CallChange.ANSWERED_ELSEWHERE, ENDED, Duration.ZERO)),
                "{\"seq\":7,\"messageId\":\"m7\",\"sessionId\":\"s1\",\"uid\":\"bob\",\"deviceId\":\"\",\"age\":1500,"
                        + "\"event\":\"answeredElsewhere\",\"ringTimeLeft\":0,\"call\":" + ENDED_JSON + "}");
    }

    @Test
    void usersGroupsTokensAndErrorsComeBack() throws CallException {
        assertThat(WireCodec.readUser(WireCodec.write(ALICE))).isEqualTo(ALICE);
        assertThat(WireCodec.readGroup(WireCodec.write(TEAM))).isEqualTo(TEAM);
        CallToken token = new CallToken("s1", "a.b.c");
        assertThat(WireCodec.readToken(WireCodec.write(token))).isEqualTo(token);
        String error = WireCodec.write(CallException.badRequest("timeout"));
        assertThat(error).isEqualTo("{\"code\":\"ERR_BAD_REQUEST\",\"field\":\"timeout\"}");
        assertThat(WireCodec.readError(error).detail()).isEqualTo("timeout");
        assertThat(WireCodec.readError(WireCodec.write(new CallException(ErrorCode.ERR_CALLING_SELF)))
                        .code())
                .isEqualTo(ErrorCode.ERR_CALLING_SELF);
    }

    @Test
    void commandsComeBack() throws CallException {
        WireCommand.Initiate initiate = new WireCommand.Initiate(
                "s1", CallRequest.group("team", CallType.AUDIO).withTimeout(Duration.ofSeconds(20)));
        assertSameJson(
                WireCodec.write(initiate),
                "{\"sessionId\":\"s1\",\"receiverId\":\"team\",\"receiverType\":\"group\",\"type\":\"audio\",\"timeout\":20}");
        assertThat(WireCodec.readInitiate(WireCodec.write(initiate))).isEqualTo(initiate);
        assertThat(WireCodec.readInitiate("{\"receiverId\":\"bob\",\"receiverType\":\"user\",\"type\":\"video\"}"))
                .isEqualTo(new WireCommand.Initiate(null, CallRequest.video("bob")));
        WireCommand.Reject reject = new WireCommand.Reject(CallStatus.BUSY);
        assertThat(WireCodec.readReject(WireCodec.write(reject))).isEqualTo(reject);
        WireCommand.Join join = new WireCommand.Join("s1", "a.b.c", true, false);
        assertThat(WireCodec.readJoin(WireCodec.write(join))).isEqualTo(join);
        assertThat(join.toString()).doesNotContain("a.b.c");
        WireCommand.Mute mute = new WireCommand.Mute("s1", false, true);
        assertThat(WireCodec.readMute(WireCodec.write(mute))).isEqualTo(mute);
        for (PeerMessage message : PEER_MESSAGES) {
            WireCommand.Relay relay = new WireCommand.Relay("s1", "p2", 7, message);
            assertThat(WireCodec.readRelay(WireCodec.write(relay))).isEqualTo(relay);
        }
        WireCommand.Leave leave = new WireCommand.Leave("s1");
        assertThat(WireCodec.readLeave(WireCodec.write(leave))).isEqualTo(leave);
    }

    @Test
    void aFieldThatDoesNotFitIsNamed() {
        assertBad(
                "category",
                () -> WireCodec.readCall(ENDED_JSON.replace("\"category\":\"call\"", "\"category\":\"x\"")));
        assertBad("sender.uid", () -> WireCodec.readCall(ENDED_JSON.replaceFirst("\"uid\":\"alice\"", "\"uid\":7")));
        assertBad("status", () -> WireCodec.readCall(ENDED_JSON.replace("\"ended\"", "\"ENDED\"")));
        assertBad("sender.status", () -> WireCodec.readCall(ENDED_JSON.replaceFirst("\"online\"", "\"away\"")));
        assertBad("sender.avatar", () -> WireCodec.readCall(ENDED_JSON.replaceFirst("https://", "ht tp://")));
        assertBad("initiatedAt", () -> WireCodec.readCall(ENDED_JSON.replace("1700000000", "1e99999")));
        assertBad("initiatedAt", () -> WireCodec.readCall(ENDED_JSON.replace("1700000000", "17.5")));
        assertBad("duration", () -> WireCodec.readCall(ENDED_JSON.replace("\"duration\":60", "\"duration\":-1")));
        assertBad("receiver", () -> WireCodec.readCall(ENDED_JSON.replace("\"receiver\":", "\"other\":")));
        assertBad("code", () -> WireCodec.readError("{\"code\":\"ERR_NONE\"}"));
        assertBad("isAudioMuted", () -> WireCodec.readMute("{\"sessionId\":\"s\",\"isAudioMuted\":\"yes\"}"));
        assertBad("sessionId", () -> WireCodec.readLeave("{\"sessionId\":\"" + "x".repeat(10_000) + "\"}"));
        assertBad("membersCount", () -> WireCodec.readGroup("{\"guid\":\"g\",\"name\":\"G\",\"membersCount\":-1}"));
    }

    @Test
    void whatIsNoJsonObjectIsRefusedAsAWhole() {
        List<String> hostile = List.of(
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}{}",
                "{'sessionId':'s'}",
                "{\"sessionId\":\"s\"} x",
                "[".repeat(50_000),
                "{\"a\":".repeat(5_000),
                "{\"sessionId\":\"" + "x".repeat(270_000) + "\"}");
        for (String text : hostile) {
            assertBad("body", () -> WireCodec.readLeave(text));
        }
    }

    @Test
    void noMutilatedTextBreaksTheReader() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(ENDED_JSON);
            for (int j = random.nextInt(1, 5); j > 0; j--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(32, 127));
            }
            try {
                assertThat(WireCodec.readCall(text.toString()).sessionId()).isNotNull();
            } catch (CallException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
                assertThat(refused.detail()).isNotEmpty();
            }
        }
    }

    private static WireCommand.Relay relay(PeerMessage message) {
        return new WireCommand.Relay("s1", "p2", 0, message);
    }

    private static void assertComesBack(SignalingEvent event) throws CallException {
        assertThat(WireCodec.readEvent(WireCodec.write(event))).isEqualTo(event);
    }
}
