package dev.belfry.hub.server;

import static dev.belfry.hub.server.Phone.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client and the server on one wire. */
class OkHttpLineTest {
    private TestHub hub;

    @BeforeEach
    void start() throws CallException {
        hub = TestHub.start(builder -> builder.limits(Generous.LIMITS).stun("stun:stun.example.org"));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void two_lines_make_a_whole_call() throws Exception {
        try (Phone alice = phone("alice");
                Phone bob = phone("bob")) {
            assertThat(get(alice.line.initiate("s1", CallRequest.video("bob"))).status())
                    .isEqualTo(CallStatus.INITIATED);
            bob.awaitChange("s1", CallChange.INCOMING);
            get(bob.line.ringing("s1"));
            alice.awaitChange("s1", CallChange.REMOTE_RINGING);
            get(bob.line.accept("s1"));
            alice.awaitChange("s1", CallChange.ACCEPTED);

            String from = alice.join("s1");
            String to = bob.join("s1");
            PeerMessage offer = new PeerMessage.Description(PeerMessage.DescriptionType.OFFER, "v=0\r\n");
            alice.awaitEvent(SignalingEvent.ParticipantJoined.class);
            get(alice.line.relay("s1", to, offer));
            bob.awaitEvent(SignalingEvent.PeerMessageReceived.class);
            assertThat(bob.events)
                    .anySatisfy(event -> assertThat(event)
                            .isInstanceOfSatisfying(SignalingEvent.PeerMessageReceived.class, received -> {
                                assertThat(received.from()).isEqualTo(from);
                                assertThat(received.message()).isEqualTo(offer);
                            }));
            assertThat(get(bob.line.mute("s1", true, true)).isVideoMuted()).isTrue();
            assertThat(get(alice.line.end("s1")).status()).isEqualTo(CallStatus.ENDED);
            bob.awaitChange("s1", CallChange.ENDED);
            assertThat(get(bob.line.call("s1")).status()).isEqualTo(CallStatus.ENDED);
        }
    }

    @Test
    void the_directory_and_the_servers_are_asked_for() throws Exception {
        try (Phone alice = phone("alice")) {
            assertThat(get(alice.line.users(""))).hasSize(3);
            assertThat(get(alice.line.user("bob")).name()).isEqualTo("Bob");
            assertThat(get(alice.line.group("team")).membersCount()).isEqualTo(2);
            assertThat(get(alice.line.iceServers())).hasSize(1);
            assertThatThrownBy(() -> get(alice.line.user("nobody")))
                    .isInstanceOfSatisfying(
                            ExecutionException.class,
                            e -> assertThat(e.getCause())
                                    .isInstanceOfSatisfying(
                                            CallException.class,
                                            refused -> assertThat(refused.code())
                                                    .isEqualTo(ErrorCode.ERR_RECEIVER_NOT_FOUND)));
        }
    }

    @Test
    void whoever_closes_its_line_is_offline_and_out_of_its_calls() throws Exception {
        try (Phone alice = phone("alice")) {
            try (Phone bob = phone("bob")) {
                get(alice.line.initiate("s1", CallRequest.audio("bob")));
                bob.awaitChange("s1", CallChange.INCOMING);
                get(bob.line.accept("s1"));
                bob.join("s1");
                alice.join("s1");
            }
            alice.awaitChange("s1", CallChange.ENDED);
            await().atMost(EventClient.LIMIT)
                    .until(() -> !get(alice.line.user("bob")).online());
        }
    }

    private Phone phone(String uid) throws Exception {
        return Phone.connect(hub.token(uid), hub.server.uri());
    }
}
