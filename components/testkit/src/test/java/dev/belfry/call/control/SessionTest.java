package dev.belfry.call.control;

import static dev.belfry.call.control.Device.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.EndReason;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.MediaSessionListener;
import dev.belfry.call.spi.MediaStats;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final MediaDevice SCREEN = new MediaDevice("x11", "Screen", MediaDevice.Kind.SCREEN);

    private final Device alice = new Device();

    @Test
    void participants_come_mute_and_go() {
        alice.talking(CallType.VIDEO);
        alice.heard.clear();
        Participant carol = Calls.participant(Device.CAROL, false);
        alice.hub.participantJoined("s1", carol);
        alice.hub.participantJoined("s1", carol);
        alice.hub.participantMuted("s1", carol.withMuted(true, false));
        alice.clock.runReady();
        assertThat(alice.now().participants()).contains(carol.withMuted(true, false));
        alice.hub.participantLeft("s1", carol);
        alice.hub.participantLeft("s1", carol);
        alice.clock.runReady();
        assertThat(alice.media.session().asked()).endsWith("add carol-1", "remove carol-1");
        assertThat(alice.heard.eventsButStates())
                .containsExactly(
                        "userJoined carol",
                        "users [alice, bob, carol]",
                        "muted carol audio=false video=true",
                        "users [alice, bob, carol]",
                        "userLeft carol",
                        "users [alice, bob]");
    }

    @Test
    void somebody_who_joins_before_the_own_join_is_answered_is_not_missed() {
        Call ongoing = Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING);
        alice.tell(CallChange.ACCEPTED, ongoing);
        alice.answer("token", new CallToken("s1", "t"));
        alice.hub.participantJoined("s1", Device.BOB_THERE);
        alice.clock.runReady();
        alice.answer("join", List.of(Calls.participant(Device.ALICE, true)));
        assertThat(alice.media.session().asked()).containsExactly("connect alice-1", "add bob-1");
    }

    @Test
    void muting_is_done_here_and_told_to_the_others() {
        alice.talking(CallType.VIDEO);
        alice.heard.clear();
        CallSession session = alice.controller.session().orElseThrow();
        session.setAudioMuted(true);
        session.setAudioMuted(true);
        assertThat(alice.now().audioMuted()).isTrue();
        session.setVideoMuted(true);
        assertThat(alice.now().videoMuted()).isTrue();
        assertThat(session.participants().get(0).isVideoMuted()).isTrue();
        assertThat(alice.hub.pending())
                .containsExactly("mute s1 audio=false video=true", "mute s1 audio=false video=false");
        assertThat(alice.heard.eventsButStates()).startsWith("muted alice audio=false video=true");
        alice.fail("mute", ErrorCode.ERR_RATE_LIMITED);
        assertThat(alice.heard.events()).endsWith("error ERR_RATE_LIMITED");
    }

    @Test
    void muted_before_it_was_joined_is_told_at_once_after() {
        alice.dialled(CallType.VIDEO);
        alice.controller.session().orElseThrow().setVideoMuted(true);
        alice.tell(
                CallChange.ACCEPTED,
                Calls.changed(Calls.ringing("s1", Device.ALICE, Device.BOB, CallType.VIDEO), CallStatus.ONGOING));
        alice.answer("token", new CallToken("s1", "t"));
        assertThat(alice.hub.pending()).containsExactly("join s1 audio=true video=false");
        alice.controller.session().orElseThrow().setAudioMuted(true);
        alice.clock.runReady();
        alice.answer("join", List.of(Calls.participant(Device.ALICE, true)));
        assertThat(alice.hub.pending()).containsExactly("mute s1 audio=false video=false");
    }

    @Test
    void camera_that_fails_is_told_and_the_call_goes_on() {
        alice.talking(CallType.VIDEO);
        alice.heard.clear();
        CallException busy = new CallException(ErrorCode.ERR_CAMERA_BUSY);
        alice.media.session().listener().onError(busy);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ONGOING);
        assertThat(alice.now().problem()).isEqualTo(busy);
        assertThat(alice.heard.eventsButStates()).containsExactly("error ERR_CAMERA_BUSY");
        alice.controller.session().orElseThrow().use(new MediaDevice("v1", "Other", MediaDevice.Kind.CAMERA));
        assertThat(alice.now().problem()).isNull();
        assertThat(alice.media.session().asked()).endsWith("use v1");
    }

    @Test
    void media_lost_and_restored_and_then_failed() {
        alice.talking(CallType.VIDEO);
        alice.heard.clear();
        MediaSessionListener engine = alice.media.session().listener();
        engine.onConnectionLost();
        assertThat(alice.now().mediaLost()).isTrue();
        engine.onConnectionRestored();
        assertThat(alice.now().mediaLost()).isFalse();
        engine.onFailed(new CallException(ErrorCode.ERR_MEDIA_FAILED));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.CONNECTION_LOST);
        assertThat(alice.now().endedByLocal()).isFalse();
        assertThat(alice.hub.pending()).containsExactly("end s1");
        assertThat(alice.heard.eventsButStates())
                .containsExactly(
                        "connectionLost",
                        "connectionRestored",
                        "error ERR_MEDIA_FAILED",
                        "callEnded",
                        "connectionClosed");
    }

    @Test
    void screen_share_and_speaker_are_told() {
        alice.talking(CallType.VIDEO);
        alice.heard.clear();
        CallSession session = alice.controller.session().orElseThrow();
        session.startScreenShare(SCREEN);
        assertThat(alice.now().sharingScreen()).isTrue();
        session.stopScreenShare();
        alice.media.session().listener().onDominantSpeaker("bob-1");
        assertThat(alice.now().sharingScreen()).isFalse();
        assertThat(alice.heard.eventsButStates())
                .containsExactly("screenShareStarted alice", "screenShareStopped alice", "speaks bob");
        assertThat(session.stats()).isEqualTo(MediaStats.NONE);
        assertThat(session.sessionId()).isEqualTo("s1");
        assertThat(session.settings()).isEqualTo(SessionSettings.DEFAULT);
        assertThat(session.remoteVideo("bob-1")).isSameAs(alice.media.session().remoteVideo("bob-1"));
        assertThat(session.localVideo()).isSameAs(alice.media.session().localVideo());
    }

    @Test
    void levels_are_told_ten_times_a_second_at_most_for_each_participant() {
        alice.talking(CallType.AUDIO);
        alice.heard.clear();
        MediaSessionListener engine = alice.media.session().listener();
        for (int i = 0; i < 100; i++) {
            engine.onAudioLevel("bob-1", 0.5);
            engine.onAudioLevel("alice-1", 0.25);
            engine.onAudioLevel("nobody", 1);
            alice.clock.advance(Duration.ofMillis(10));
        }
        assertThat(alice.heard.events())
                .hasSize(20)
                .containsOnly("level bob 0.5", "level alice 0.25")
                .startsWith("level bob 0.5", "level alice 0.25");
    }

    @Test
    void levels_that_come_ten_times_a_second_all_pass_though_they_jitter() {
        alice.talking(CallType.AUDIO);
        alice.heard.clear();
        MediaSessionListener engine = alice.media.session().listener();
        for (int i = 0; i < 20; i++) {
            engine.onAudioLevel("bob-1", 0.5);
            alice.clock.advance(Duration.ofMillis(i % 2 == 0 ? 95 : 105));
        }
        assertThat(alice.heard.events()).hasSize(20);
    }

    @Test
    void alone_for_the_idle_timeout_ends_the_call() {
        alice.talking(CallType.AUDIO);
        alice.hub.participantLeft("s1", Device.BOB_THERE);
        alice.passes(179);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ONGOING);
        alice.heard.clear();
        alice.passes(2);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.heard.eventsButStates()).containsExactly("sessionTimeout", "callEnded", "connectionClosed");
        assertThat(alice.hub.pending()).containsExactly("end s1");
        assertThat(alice.now().endReason()).isEqualTo(EndReason.IDLE_TIMEOUT);
    }

    @Test
    void told_by_the_hub_that_nobody_else_was_there() {
        Call ongoing = alice.talking(CallType.AUDIO);
        alice.hub.participantLeft("s1", Device.BOB_THERE);
        alice.passes(1);
        alice.heard.clear();
        alice.tell(CallChange.ENDED, Calls.changed(ongoing, CallStatus.ENDED, EndReason.IDLE_TIMEOUT));
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.IDLE_TIMEOUT);
        assertThat(alice.heard.eventsButStates())
                .containsExactly("ended s1", "sessionTimeout", "callEnded", "connectionClosed");
    }

    @Test
    void join_that_fails_ends_the_call_with_a_reason() {
        alice.tell(CallChange.ACCEPTED, Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING));
        alice.fail("token", ErrorCode.ERR_UNAUTHORIZED);
        assertThat(alice.now().endReason()).isEqualTo(EndReason.JOIN_FAILED);
        assertThat(alice.now().problem()).extracting(CallException::code).isEqualTo(ErrorCode.ERR_UNAUTHORIZED);
        assertThat(alice.hub.pending()).containsExactly("end s1");
    }

    @Test
    void join_that_fails_for_the_line_is_tried_again_on_return() {
        alice.tell(CallChange.ACCEPTED, Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING));
        alice.hub.connection(ConnectionState.RECONNECTING);
        alice.fail("token", ErrorCode.ERR_CONNECTION_LOST);
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
        alice.hub.connection(ConnectionState.CONNECTED);
        alice.clock.runReady();
        assertThat(alice.hub.pending()).containsExactly("call s1", "token s1");
    }

    @Test
    void join_whose_answers_are_lost_on_a_line_that_is_up_is_tried_again_with_longer_pauses() {
        alice.tell(CallChange.ACCEPTED, Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING));
        alice.fail("token", ErrorCode.ERR_CONNECTION_LOST);
        assertThat(alice.hub.pending()).isEmpty();
        alice.passes(1);
        assertThat(alice.hub.pending()).containsExactly("token s1");
        alice.answer("token", new CallToken("s1", "t"));
        alice.fail("join", ErrorCode.ERR_CONNECTION_LOST);
        alice.passes(1);
        assertThat(alice.hub.pending()).isEmpty();
        alice.passes(1);
        assertThat(alice.hub.pending()).containsExactly("token s1");
        assertThat(alice.now().phase()).isEqualTo(CallPhase.CONNECTING);
        assertThat(alice.now().problem()).isNotNull();
        alice.join("s1");
        assertThat(alice.now().phase()).isEqualTo(CallPhase.ONGOING);
        assertThat(alice.now().problem()).isNull();
        assertThat(alice.clock.pending()).isZero();
    }

    @Test
    void join_is_not_tried_again_once_the_call_is_over() {
        Call ongoing = Calls.changed(alice.dialled(CallType.AUDIO), CallStatus.ONGOING);
        alice.tell(CallChange.ACCEPTED, ongoing);
        alice.fail("token", ErrorCode.ERR_CONNECTION_LOST);
        alice.tell(CallChange.ENDED, Calls.changed(ongoing, CallStatus.ENDED));
        alice.isSilentAndReleased();
        alice.passes(60);
        assertThat(alice.hub.pending()).isEmpty();
    }

    @Test
    void host_that_started_a_session_need_not_start_it_again_after_the_line_was_lost() {
        Device manual = new Device(CallController.Builder::startSessionsManually);
        Call ringing = manual.rings("b1", Device.BOB, CallType.AUDIO);
        manual.accept("b1");
        manual.answer("accept", Calls.changed(ringing, CallStatus.ONGOING));
        var started = manual.controller.startSession(new CallToken("b1", "t"), SessionSettings.DEFAULT);
        manual.clock.runReady();
        manual.hub.connection(ConnectionState.RECONNECTING);
        manual.fail("join", ErrorCode.ERR_CONNECTION_LOST);
        manual.hub.connection(ConnectionState.CONNECTED);
        manual.clock.runReady();
        manual.answer("join", List.of(Calls.participant(Device.ALICE, true)));
        assertThat(started).isCompleted();
    }

    @Test
    void media_that_never_closes_does_not_keep_the_next_call_from_its_devices() {
        alice.media.closeSlowly();
        Call first = alice.talking(CallType.AUDIO);
        alice.tell(CallChange.ENDED, Calls.changed(first, CallStatus.ENDED));
        alice.rings("b1", Device.BOB, CallType.AUDIO);
        alice.accept("b1");
        assertThat(alice.media.sessions()).hasSize(1);
        alice.passes(4);
        assertThat(alice.media.sessions()).hasSize(1);
        alice.passes(1);
        assertThat(alice.media.sessions()).hasSize(2);
        assertThat(alice.heard.events()).doesNotContain("connectionClosed");
        alice.media.sessions().get(0).finishClosing();
        alice.clock.runReady();
        assertThat(alice.heard.events()).endsWith("connectionClosed");
    }

    @Test
    void host_starts_and_leaves_the_session_itself() {
        Device manual = new Device(CallController.Builder::startSessionsManually);
        Call ringing = manual.rings("b1", Device.BOB, CallType.VIDEO);
        var early = manual.controller.startSession(new CallToken("b1", "t"), SessionSettings.DEFAULT);
        manual.clock.runReady();
        assertThat(codeOf(early)).isEqualTo(ErrorCode.ERR_CALL_NOT_STARTED);
        manual.accept("b1");
        manual.clock.runReady();
        Call ongoing = Calls.changed(ringing, CallStatus.ONGOING);
        manual.answer("accept", ongoing);
        assertThat(manual.media.sessions()).isEmpty();
        var token = manual.controller.generateToken("b1");
        manual.clock.runReady();
        manual.answer("token", new CallToken("b1", "t"));
        SessionSettings quiet = SessionSettings.builder()
                .startAudioMuted(true)
                .audioOnly(true)
                .idleTimeout(Duration.ZERO, Duration.ZERO)
                .build();
        var started = manual.controller.startSession(token.join(), quiet);
        manual.clock.runReady();
        assertThat(manual.hub.pending()).contains("join b1 audio=false video=false");
        manual.answer("join", List.of(Calls.participant(Device.ALICE, true)));
        assertThat(started).isCompletedWithValue(manual.controller.session().orElseThrow());

        var left = manual.controller.endSession();
        assertThat(manual.now().phase()).isEqualTo(CallPhase.ENDED);
        assertThat(left).isCompleted();
        assertThat(manual.hub.pending()).contains("leave b1").doesNotContain("end b1");
        var ended = manual.controller.endCall("b1");
        manual.clock.runReady();
        manual.answer("end", Calls.changed(ongoing, CallStatus.ENDED));
        assertThat(ended).isCompleted();
    }

    @Test
    void without_an_engine_calls_ring_and_connect_all_the_same() {
        Device silent = new Device(false);
        Call ongoing = Calls.changed(silent.dialled(CallType.VIDEO), CallStatus.ONGOING);
        silent.tell(CallChange.ACCEPTED, ongoing);
        silent.answer("token", new CallToken("s1", "t"));
        silent.answer("join", List.of(Device.BOB_THERE, Calls.participant(Device.ALICE, true)));
        assertThat(silent.now().phase()).isEqualTo(CallPhase.ONGOING);
        assertThat(silent.controller.media()).isEmpty();
        CallSession session = silent.controller.session().orElseThrow();
        session.localVideo().addSink(frame -> {});
        session.startScreenShare(SCREEN);
        assertThat(session.stats()).isEqualTo(MediaStats.NONE);
    }
}
