package dev.belfry.swing.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.EndReason;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.SessionSettings.Control;
import dev.belfry.call.User;
import dev.belfry.call.control.CallPhase;
import dev.belfry.call.control.CallSession;
import dev.belfry.call.control.CallSnapshot;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaStats;
import dev.belfry.frame.VideoTrack;
import dev.belfry.testkit.Calls;
import dev.belfry.testkit.FakeVideoTrack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {
    @ParameterizedTest
    @CsvSource({
        "HANG_UP, true, true, Call ended",
        "HANG_UP, true, false, Bob Whitechapel ended the call",
        "DECLINED, true, false, Bob Whitechapel declined",
        "DECLINED, false, true, You declined",
        "BUSY, true, false, Bob Whitechapel is on another call",
        "CANCELLED, true, true, Call cancelled",
        "CANCELLED, false, false, Bob Whitechapel hung up before you answered",
        "UNANSWERED, true, false, Bob Whitechapel did not answer",
        "UNANSWERED, false, false, Missed call",
        "ANSWERED_ELSEWHERE, false, false, Answered on another device",
        "JOIN_FAILED, true, false, The call could not connect",
        "CONNECTION_LOST, true, false, The connection was lost",
        "IDLE_TIMEOUT, true, false, The call ended because nobody else was in it",
    })
    void saysInWordsWhyACallIsOver(EndReason reason, boolean outgoing, boolean byLocal, String words) {
        Snapshots snapshot = Snapshots.in(CallPhase.ENDED).ended(reason, byLocal);
        EndedModel model = EndedModel.of((outgoing ? snapshot : snapshot.incoming()).video());

        assertThat(model.headline()).isEqualTo(words);
        assertThat(model.canCallAgain()).isEqualTo(reason != EndReason.ANSWERED_ELSEWHERE);
    }

    @Test
    void showsTheCallerAndTheGroupOfAGroupCall() {
        Group group = new Group("g", "Bell ringers", null, 7);
        IncomingModel model = IncomingModel.of(
                Snapshots.in(CallPhase.INCOMING).incoming().peer(group).video());

        assertThat(model.callerName()).isEqualTo("Bob Whitechapel");
        assertThat(model.kind()).isEqualTo("Incoming video call");
        assertThat(model.groupLine()).isEqualTo("Bell ringers · 7 people");
    }

    @Test
    void tellsConnectingCallingRingingAndReconnectingApart() {
        assertThat(outgoing(Snapshots.in(CallPhase.DIALING).connection(ConnectionState.CONNECTING)))
                .isEqualTo("Connecting...");
        assertThat(outgoing(Snapshots.in(CallPhase.DIALING))).isEqualTo("Calling...");
        assertThat(outgoing(Snapshots.in(CallPhase.OUTGOING))).isEqualTo("Calling...");
        assertThat(outgoing(Snapshots.in(CallPhase.OUTGOING).ringing())).isEqualTo("Ringing...");
        assertThat(outgoing(Snapshots.in(CallPhase.OUTGOING).ringing().connection(ConnectionState.RECONNECTING)))
                .isEqualTo("Reconnecting...");
    }

    private static String outgoing(Snapshots snapshot) {
        return OutgoingModel.of(snapshot.video(), null).status();
    }

    @Test
    void showsNoPreviewWhileTheCameraIsOff() {
        FakeVideoTrack camera = new FakeVideoTrack();
        assertThat(OutgoingModel.of(Snapshots.in(CallPhase.OUTGOING).video(), camera)
                        .preview())
                .isSameAs(camera);
        assertThat(OutgoingModel.of(
                                Snapshots.in(CallPhase.OUTGOING).videoMuted().video(), camera)
                        .preview())
                .isNull();
    }

    @Test
    void givesEachParticipantTheRightPictures() {
        Session session = new Session(SessionSettings.DEFAULT);
        InCallModel model =
                InCallScreen.model(Snapshots.in(CallPhase.ONGOING).joined().video(), session);

        assertThat(model.state()).isEqualTo(InCallModel.State.TALKING);
        assertThat(model.others()).singleElement().satisfies(bob -> {
            assertThat(bob.name()).isEqualTo("Bob Whitechapel");
            assertThat(bob.video()).isSameAs(session.remote);
        });
        assertThat(model.self()).isNotNull();
        assertThat(model.self().video()).isSameAs(session.local);
        assertThat(model.showsVideo()).isTrue();
    }

    @Test
    void hidesTheOwnPictureOfACameraThatIsOff() {
        CallSnapshot off = Snapshots.in(CallPhase.ONGOING).joined().videoMuted().video();
        InCallModel model = InCallScreen.model(off, new Session(SessionSettings.DEFAULT));

        assertThat(model.self()).isNotNull();
        assertThat(model.self().video()).isNull();
    }

    @Test
    void followsTheSettingsOfTheSession() {
        SessionSettings settings = SessionSettings.builder()
                .audioOnly(true)
                .title("Practice night")
                .show(Control.SCREEN_SHARE, false)
                .build();
        InCallModel model =
                InCallScreen.model(Snapshots.in(CallPhase.ONGOING).joined().video(), new Session(settings));

        assertThat(model.title()).isEqualTo("Practice night");
        assertThat(model.video()).isFalse();
        assertThat(model.showsVideo()).isFalse();
        assertThat(model.controls()).contains(Control.MUTE, Control.END).doesNotContain(Control.SCREEN_SHARE);
    }

    @Test
    void offersToSwitchToVideoUnlessTheSessionIsAudioOnly() {
        CallSnapshot talking = Snapshots.in(CallPhase.ONGOING).joined().video();
        SessionSettings audioOnly = SessionSettings.builder().audioOnly(true).build();

        assertThat(InCallScreen.model(talking, new Session(SessionSettings.DEFAULT))
                        .controls())
                .contains(Control.SWITCH_TO_VIDEO);
        assertThat(InCallScreen.model(talking, new Session(audioOnly)).controls())
                .doesNotContain(Control.SWITCH_TO_VIDEO);
    }

    @Test
    void showsLostMediaAndWaitingCalls() {
        CallSnapshot snapshot = Snapshots.in(CallPhase.ONGOING)
                .joined()
                .mediaLost()
                .waiting(Calls.ringing("w", User.of("carol", "Carol"), Snapshots.ALICE, CallType.AUDIO))
                .video();
        InCallModel model = InCallScreen.model(snapshot, null);

        assertThat(model.state()).isEqualTo(InCallModel.State.RECONNECTING);
        assertThat(model.waiting()).containsExactly(new WaitingModel("w", "carol", "Carol", CallType.AUDIO));
    }

    @Test
    void arrangesTilesForTheLargestPictures() {
        assertThat(TileArrangement.columns(2, 1600, 900)).isEqualTo(2);
        assertThat(TileArrangement.columns(2, 500, 900)).isEqualTo(1);
        assertThat(TileArrangement.columns(4, 1600, 900)).isEqualTo(2);
        assertThat(TileArrangement.columns(9, 1600, 900)).isEqualTo(3);
    }

    /** A session that only has pictures. */
    private static final class Session implements CallSession {
        private final FakeVideoTrack local = new FakeVideoTrack();
        private final FakeVideoTrack remote = new FakeVideoTrack();
        private final SessionSettings settings;

        Session(SessionSettings settings) {
            this.settings = settings;
        }

        @Override
        public String sessionId() {
            return "s";
        }

        @Override
        public SessionSettings settings() {
            return settings;
        }

        @Override
        public List<Participant> participants() {
            return List.of();
        }

        @Override
        public VideoTrack localVideo() {
            return local;
        }

        @Override
        public VideoTrack remoteVideo(String participantId) {
            return remote;
        }

        @Override
        public void setAudioMuted(boolean muted) {}

        @Override
        public void setVideoMuted(boolean muted) {}

        @Override
        public void use(MediaDevice device) {}

        @Override
        public void startScreenShare(MediaDevice screen) {}

        @Override
        public void stopScreenShare() {}

        @Override
        public MediaStats stats() {
            return MediaStats.NONE;
        }
    }
}
