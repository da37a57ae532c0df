package dev.belfry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.Call;
import dev.belfry.call.CallException;
import dev.belfry.call.CallLogFilter;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.Group;
import dev.belfry.call.Participant;
import dev.belfry.call.User;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedSignalingTest {
    private static final User ALICE = User.of("alice", "Alice");
    private static final User BOB = User.of("bob", "Bob");
    private static final Group TEAM = new Group("team", "Team", null, 2);

    private final ScriptedSignaling hub = new ScriptedSignaling(ALICE, BOB, TEAM);

    @Test
    void commands_wait_for_the_test() {
        var call = hub.initiate("s1", CallRequest.video("bob"));
        assertThat(call).isNotDone();
        assertThat(hub.pending()).containsExactly("initiate s1");
        hub.answer("initiate", Calls.ringing("s1", ALICE, BOB, CallType.VIDEO));
        assertThat(call).isCompleted();
        assertThat(hub.pending()).isEmpty();
        assertThatThrownBy(() -> hub.answer("initiate", call.join())).isInstanceOf(AssertionError.class);
    }

    @Test
    void well_behaved_hub_follows_the_rules() {
        hub.answerByItself();
        hub.inSession(Calls.participant(BOB, false));
        assertThat(hub.initiate("s1", CallRequest.group("team", CallType.AUDIO))
                        .join()
                        .callReceiver())
                .isEqualTo(TEAM);
        assertThat(hub.initiate("s0", CallRequest.audio("nobody"))).isCompletedExceptionally();
        assertThat(hub.ringing("s1").join().status()).isEqualTo(CallStatus.INITIATED);
        assertThat(hub.accept("s1").join().status()).isEqualTo(CallStatus.ONGOING);
        assertThat(hub.reject("s1", CallStatus.CANCELLED).join().status()).isEqualTo(CallStatus.ONGOING);
        CallToken token = hub.token("s1").join();
        assertThat(hub.join(token, false, true).join())
                .extracting(Participant::uid)
                .containsExactly("alice", "bob");
        assertThat(hub.mute("s1", true, true).join().isAudioMuted()).isTrue();
        assertThat(hub.leave("s1")).isCompleted();
        Call ended = hub.end("s1").join();
        assertThat(hub.end("s1").join()).isEqualTo(ended);
        assertThat(hub.accept("s1")).isCompletedExceptionally();
        assertThat(hub.call("s9").handle((value, error) -> error).join()).isInstanceOf(CallException.class);
        assertThat(hub.calls(CallLogFilter.ALL, null).join().calls()).containsExactly(ended);
    }

    @Test
    void directory_knows_whom_it_was_given() {
        assertThat(hub.user("bob").join()).isEqualTo(BOB);
        assertThat(hub.group("team").join()).isEqualTo(TEAM);
        assertThat(hub.user("team")).isCompletedExceptionally();
        assertThat(hub.users("").join()).containsExactly(BOB);
        assertThat(hub.deviceId()).isEqualTo("alice-device");
    }

    @Test
    void nothing_comes_after_it_was_closed() {
        List<ConnectionState> states = new ArrayList<>();
        hub.connect(new SignalingListener() {
            @Override
            public void onEvent(SignalingEvent event) {}

            @Override
            public void onConnectionState(ConnectionState state) {
                states.add(state);
            }
        });
        var unanswered = hub.call("s1");
        hub.close();
        hub.close();
        hub.connection(ConnectionState.RECONNECTING);
        assertThat(states).containsExactly(ConnectionState.CONNECTED);
        assertThat(unanswered).isCompletedExceptionally();
        assertThat(hub.call("s1")).isCompletedExceptionally();
    }
}
