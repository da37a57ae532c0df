package dev.belfry.call.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.Call;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.CallType;
import dev.belfry.call.Participant;
import dev.belfry.call.SessionSettings;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.testkit.Calls;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchToVideoTest {
    private static final Participant ALICE_HEARD =
            Calls.participant(Device.ALICE, true).withMuted(false, true);
    private static final Participant BOB_HEARD = Device.BOB_THERE.withMuted(false, true);
    private static final Participant CAROL_SEEN = Calls.participant(Device.CAROL, false);

    private final Device alice = new Device();

    @Test
    void own_camera_makes_a_video_call_of_an_audio_call() {
        talking(alice, CallType.AUDIO, BOB_HEARD);
        assertThat(alice.now().type()).isEqualTo(CallType.AUDIO);
        assertThat(alice.now().videoMuted()).isTrue();
        camera(alice, true);
        assertThat(alice.now().type()).isEqualTo(CallType.VIDEO);
        assertThat(alice.now().videoMuted()).isFalse();
        assertThat(alice.media.session().asked()).endsWith("videoMuted false");
        assertThat(alice.hub.pending()).containsExactly("mute s1 audio=true video=true");
        assertThat(alice.heard.eventsButStates())
                .containsExactly("muted alice audio=true video=true", "users [alice, bob]", "switchedToVideo alice");
    }

    @Test
    void camera_of_another_makes_a_video_call_of_it_and_leaves_the_own_camera_off() {
        talking(alice, CallType.AUDIO, BOB_HEARD);
        alice.hub.participantMuted("s1", Device.BOB_THERE);
        assertThat(alice.now().type()).isEqualTo(CallType.VIDEO);
        assertThat(alice.now().videoMuted()).isTrue();
        assertThat(alice.media.session().asked()).doesNotContain("videoMuted false");
        assertThat(alice.heard.eventsButStates())
                .containsExactly("muted bob audio=true video=true", "users [alice, bob]", "switchedToVideo bob");
    }

    @Test
    void somebody_who_comes_with_the_camera_on_makes_a_video_call_of_it() {
        talking(alice, CallType.AUDIO, BOB_HEARD);
        alice.hub.participantJoined("s1", CAROL_SEEN);
        assertThat(alice.now().type()).isEqualTo(CallType.VIDEO);
        assertThat(alice.heard.eventsButStates())
                .containsExactly("userJoined carol", "users [alice, bob, carol]", "switchedToVideo carol");
    }

    @Test
    void it_is_told_once_and_stays_a_video_call_when_all_cameras_are_off_again() {
        talking(alice, CallType.AUDIO, BOB_HEARD);
        camera(alice, true);
        alice.hub.participantMuted("s1", Device.BOB_THERE);
        alice.hub.participantMuted("s1", BOB_HEARD);
        camera(alice, false);
        camera(alice, true);
        camera(alice, false);
        assertThat(alice.now().type()).isEqualTo(CallType.VIDEO);
        assertThat(alice.heard.eventsButStates())
                .filteredOn(event -> event.startsWith("switched"))
                .containsExactly("switchedToVideo alice");
    }

    @Test
    void microphone_switches_nothing() {
        talking(alice, CallType.AUDIO, BOB_HEARD);
        alice.controller.session().orElseThrow().setAudioMuted(true);
        alice.hub.participantMuted("s1", BOB_HEARD.withMuted(true, true));
        assertThat(alice.now().type()).isEqualTo(CallType.AUDIO);
        assertThat(alice.heard.events()).noneMatch(event -> event.startsWith("switched"));
    }

    @Test
    void who_joins_after_the_switch_finds_a_video_call_and_hears_of_no_switch() {
        talking(alice, CallType.AUDIO, Device.BOB_THERE);
        assertThat(alice.now().type()).isEqualTo(CallType.VIDEO);
        camera(alice, true);
        assertThat(alice.now().participants()).allMatch(participant -> !participant.isVideoMuted());
        assertThat(alice.heard.events()).noneMatch(event -> event.startsWith("switched"));
    }

    @Test
    void video_call_is_never_switched() {
        talking(alice, CallType.VIDEO, BOB_HEARD);
        camera(alice, false);
        alice.hub.participantMuted("s1", Device.BOB_THERE);
        camera(alice, true);
        assertThat(alice.now().type()).isEqualTo(CallType.VIDEO);
        assertThat(alice.heard.events()).noneMatch(event -> event.startsWith("switched"));
    }

    @Test
    void session_that_is_audio_only_is_never_switched_and_its_camera_stays_off() {
        Device quiet = new Device(builder -> builder.sessionSettings(
                SessionSettings.builder().audioOnly(true).build()));
        talking(quiet, CallType.AUDIO, BOB_HEARD);
        camera(quiet, true);
        quiet.hub.participantMuted("s1", Device.BOB_THERE);
        assertThat(quiet.now().type()).isEqualTo(CallType.AUDIO);
        assertThat(quiet.now().videoMuted()).isTrue();
        assertThat(quiet.media.session().asked()).doesNotContain("videoMuted false");
        assertThat(quiet.hub.pending()).isEmpty();
        assertThat(quiet.heard.events()).noneMatch(event -> event.startsWith("switched"));
    }

    @Test
    void next_call_is_an_audio_call_again() {
        Call first = talking(alice, CallType.AUDIO, BOB_HEARD);
        camera(alice, true);
        alice.tell(CallChange.ENDED, Calls.changed(first, CallStatus.ENDED));
        assertThat(alice.now().type()).isEqualTo(CallType.VIDEO);
        alice.rings("b1", Device.BOB, CallType.AUDIO);
        alice.accept("b1");
        assertThat(alice.now().type()).isEqualTo(CallType.AUDIO);
        assertThat(alice.now().videoMuted()).isTrue();
    }

    private static Call talking(Device device, CallType type, Participant bob) {
        Call call = Calls.changed(device.dialled(type), CallStatus.ONGOING);
        device.tell(CallChange.ACCEPTED, call);
        device.answer("token", new CallToken("s1", "token"));
        device.answer(
                "join", List.of(bob, type == CallType.AUDIO ? ALICE_HEARD : Calls.participant(Device.ALICE, true)));
        device.media.session().listener().onConnected();
        device.clock.runReady();
        device.heard.clear();
        return call;
    }

    private static void camera(Device device, boolean on) {
        device.controller.session().orElseThrow().setVideoMuted(!on);
        device.clock.runReady();
    }
}
