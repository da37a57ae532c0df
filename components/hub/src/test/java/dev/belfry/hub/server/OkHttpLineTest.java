package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallException;
import dev.belfry.call.CallRequest;
import dev.belfry.call.CallStatus;
import dev.belfry.call.CallToken;
import dev.belfry.call.ConnectionState;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.Participant;
import dev.belfry.call.spi.PeerMessage;
import dev.belfry.call.spi.SignalingEvent;
import dev.belfry.call.spi.SignalingEvent.CallChange;
import dev.belfry.call.spi.SignalingEvent.CallChanged;
import dev.belfry.call.spi.SignalingListener;
import dev.belfry.signaling.okhttp.OkHttpSignaling;
import dev.belfry.signaling.okhttp.TokenSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
        try (Phone alice = new Phone("alice");
                Phone bob = new Phone("bob")) {
            assertThat(get(alice.line.initiate("s1", CallRequest.video("bob"))).status())
                    .isEqualTo(CallStatus.INITIATED);
            bob.awaitChange(CallChange.INCOMING);
            get(bob.line.ringing("s1"));
            alice.awaitChange(CallChange.REMOTE_RINGING);
            get(bob.line.accept("s1"));
            alice.awaitChange(CallChange.ACCEPTED);

            String from = alice.join();
            String to = bob.join();
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
            bob.awaitChange(CallChange.ENDED);
            assertThat(get(bob.line.call("s1")).status()).isEqualTo(CallStatus.ENDED);
        }
    }

    @Test
    void the_directory_and_the_servers_are_asked_for() throws Exception {
        try (Phone alice = new Phone("alice")) {
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
        try (Phone alice = new Phone("alice")) {
            try (Phone bob = new Phone("bob")) {
                get(alice.line.initiate("s1", CallRequest.audio("bob")));
                bob.awaitChange(CallChange.INCOMING);
                get(bob.line.accept("s1"));
                bob.join();
                alice.join();
            }
            alice.awaitChange(CallChange.ENDED);
            await().atMost(EventClient.LIMIT)
                    .until(() -> !get(alice.line.user("bob")).online());
        }
    }

    private static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(EventClient.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** A user's line with all that it told. */
    private final class Phone implements SignalingListener, AutoCloseable {
        private final List<SignalingEvent> events = new CopyOnWriteArrayList<>();
        private final List<ConnectionState> states = new CopyOnWriteArrayList<>();
        private final OkHttpSignaling line;

        Phone(String uid) throws Exception {
            line = get(OkHttpSignaling.builder(hub.server.uri())
                    .tokens(TokenSource.of(hub.token(uid)))
                    .signIn());
            line.connect(this);
            await().atMost(EventClient.LIMIT).until(() -> states.contains(ConnectionState.CONNECTED));
        }

        String join() throws Exception {
            CallToken token = get(line.token("s1"));
            return get(line.join(token, false, false)).stream()
                    .filter(Participant::isLocalUser)
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        void awaitChange(CallChange change) {
            await().atMost(EventClient.LIMIT)
                    .until(() -> events.stream()
                            .anyMatch(event -> event instanceof CallChanged changed && changed.change() == change));
        }

        void awaitEvent(Class<? extends SignalingEvent> type) {
            await().atMost(EventClient.LIMIT).until(() -> events.stream().anyMatch(type::isInstance));
        }

        @Override
        public void onEvent(SignalingEvent event) {
            events.add(event);
        }

        @Override
        public void onConnectionState(ConnectionState state) {
            states.add(state);
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
