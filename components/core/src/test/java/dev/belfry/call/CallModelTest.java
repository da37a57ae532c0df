package dev.belfry.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallModelTest {
    private static final User ALICE = User.of("alice", "Alice");
    private static final User BOB = User.of("bob", "Bob");
    private static final Group TEAM = new Group("team", "Team", null, 3);

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void every_error_says_what_happened_and_what_to_do(ErrorCode code) {
        CallException error = new CallException(code);
        assertThat(error.what(Locale.ENGLISH)).endsWith(".");
        assertThat(error.remedy(Locale.ENGLISH)).endsWith(".");
        assertThat(error.getLocalizedMessage()).contains(error.what(Locale.getDefault()));
    }

    @Test
    void bad_request_names_its_field() {
        CallException error = CallException.badRequest("receiverId");
        assertThat(error.code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
        assertThat(error.detail()).isEqualTo("receiverId");
        assertThat(error).hasMessage("ERR_BAD_REQUEST: receiverId");
    }

    @Test
    void conversation_is_the_same_from_both_sides() {
        assertThat(Call.conversationId("bob", ReceiverType.USER, "alice")).isEqualTo("alice_user_bob");
        assertThat(Call.conversationId("alice", ReceiverType.USER, "bob")).isEqualTo("alice_user_bob");
        assertThat(Call.conversationId("alice", ReceiverType.GROUP, "team")).isEqualTo("group_team");
    }

    @Test
    void other_party_is_the_group_or_the_other_user() {
        Call toBob = call(BOB);
        assertThat(toBob.otherParty("alice")).isEqualTo(BOB);
        assertThat(toBob.otherParty("bob")).isEqualTo(ALICE);
        assertThat(call(TEAM).otherParty("bob")).isEqualTo(TEAM);
        assertThat(toBob.isInitiatedBy("alice")).isTrue();
        assertThat(toBob.category()).isEqualTo("call");
        assertThat(BOB.id()).isEqualTo("bob");
        assertThat(TEAM.id()).isEqualTo("team");
    }

    @Test
    void every_status_but_two_is_terminal() {
        assertThat(CallStatus.values())
                .filteredOn(status -> !status.isTerminal())
                .containsExactly(CallStatus.INITIATED, CallStatus.ONGOING);
    }

    @Test
    void requests_ring_45_seconds_unless_told_otherwise() {
        assertThat(CallRequest.video("bob").timeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(CallRequest.audio("bob").withTimeout(Duration.ofSeconds(5)).timeout())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(CallRequest.group("team", CallType.AUDIO).receiverType()).isEqualTo(ReceiverType.GROUP);
    }

    @Test
    void token_stays_out_of_logs() {
        assertThat(new CallToken("s1", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void log_pages_are_bounded() {
        assertThat(CallLogFilter.ALL.limit()).isEqualTo(30);
        assertThatIllegalArgumentException().isThrownBy(() -> new CallLogFilter(0, null, null, null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new CallLogFilter(101, null, null, null, null, null));
    }

    @Test
    void participant_mutes_by_copy() {
        Participant bob = new Participant("p", "bob", "Bob", null, false, false, false, Instant.EPOCH);
        assertThat(bob.withMuted(true, false).isAudioMuted()).isTrue();
        assertThat(bob.isAudioMuted()).isFalse();
    }

    @Test
    void session_settings_are_built_and_rebuilt() {
        SessionSettings settings = SessionSettings.builder()
                .defaultLayout(false)
                .audioOnly(true)
                .startAudioMuted(true)
                .startVideoMuted(true)
                .show(SessionSettings.Control.RECORD, true)
                .show(SessionSettings.Control.TIMER, false)
                .layout(SessionSettings.Layout.SPOTLIGHT)
                .idleTimeout(Duration.ofSeconds(9), Duration.ofSeconds(3))
                .title("Stand-up")
                .build()
                .toBuilder()
                .build();
        assertThat(settings.defaultLayout()).isFalse();
        assertThat(settings.audioOnly()).isTrue();
        assertThat(settings.startAudioMuted()).isTrue();
        assertThat(settings.startVideoMuted()).isTrue();
        assertThat(settings.shows(SessionSettings.Control.RECORD)).isTrue();
        assertThat(settings.shows(SessionSettings.Control.TIMER)).isFalse();
        assertThat(settings.layout()).isEqualTo(SessionSettings.Layout.SPOTLIGHT);
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(settings.idlePrompt()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.title()).isEqualTo("Stand-up");
        assertThat(SessionSettings.DEFAULT.shows(SessionSettings.Control.RAISE_HAND))
                .isFalse();
        assertThat(SessionSettings.DEFAULT.shows(SessionSettings.Control.END)).isTrue();
    }

    private static Call call(CallParty receiver) {
        return new Call(
                "m",
                "s1",
                "c",
                CallType.VIDEO,
                receiver.receiverType(),
                receiver.id(),
                CallStatus.INITIATED,
                CallStatus.INITIATED,
                Instant.EPOCH,
                null,
                ALICE,
                receiver,
                ALICE,
                receiver,
                Instant.EPOCH,
                Instant.EPOCH,
                Duration.ZERO,
                null,
                1);
    }
}
