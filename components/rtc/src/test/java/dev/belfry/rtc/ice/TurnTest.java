package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.spi.IceServer;
import dev.belfry.rtc.RtcException;
import dev.belfry.testkit.UdpRelay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against Debian's coturn. */
class TurnTest {
    @TempDir
    Path folder;

    private Coturn coturn;

    @BeforeEach
    void start() throws Exception {
        coturn = new Coturn(folder);
    }

    @AfterEach
    void stop() {
        if (coturn != null) {
            coturn.close();
        }
    }

    private IcePeer peer(IceRole role, IceServer server, IceTransportPolicy policy) {
        return new IcePeer(IcePeer.loopback(role).withServers(List.of(server)).withPolicy(policy));
    }

    @ParameterizedTest
    @CsvSource({"udp,udp", "tcp,udp", "tcp,tcp"})
    void a_call_with_direct_candidates_forbidden_goes_through_the_relays(String callers, String callees)
            throws Exception {
        try (IcePeer caller = peer(IceRole.CONTROLLING, coturn.turn(callers), IceTransportPolicy.RELAY);
                IcePeer callee = peer(IceRole.CONTROLLED, coturn.turn(callees), IceTransportPolicy.RELAY)) {
            IcePeer.connect(caller, callee);

            IceCandidatePair pair = caller.pairs.get(0);
            assertThat(pair.local().type()).isEqualTo(IceCandidateType.RELAYED);
            assertThat(caller.candidates)
                    .isNotEmpty()
                    .allMatch(candidate -> candidate.type() == IceCandidateType.RELAYED)
                    .allMatch(candidate ->
                            candidate.relatedAddress().orElseThrow().port() == 9);
            for (int i = 0; i < 20; i++) {
                assertThat(caller.send("there " + i)).isTrue();
                assertThat(callee.send("back " + i)).isTrue();
            }
            callee.await(() -> callee.received.size() == 20);
            caller.await(() -> caller.received.size() == 20);
            caller.await(() -> caller.transport.stats().currentRoundTripTime() != null);
            caller.leave();
            assertThat(coturn.sawRelease()).isTrue();
            assertThat(caller.packetsOutstanding()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"udp", "tcp"})
    void a_relayed_end_reaches_a_direct_one(String transport) throws Exception {
        try (IcePeer caller = peer(IceRole.CONTROLLING, coturn.turn(transport), IceTransportPolicy.RELAY);
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            IcePeer.connect(caller, callee);
            assertThat(callee.send("from behind")).isTrue();
            caller.await(() -> caller.received.contains("from behind"));
        }
    }

    @Test
    void a_direct_path_is_preferred() throws Exception {
        try (IcePeer caller = peer(IceRole.CONTROLLING, coturn.turn("udp"), IceTransportPolicy.ALL);
                IcePeer callee = peer(IceRole.CONTROLLED, coturn.turn("udp"), IceTransportPolicy.ALL)) {
            IcePeer.connect(caller, callee);
            assertThat(caller.pairs.get(0).local().type()).isNotEqualTo(IceCandidateType.RELAYED);
        }
    }

    @Test
    void a_stun_server_that_sees_the_same_address_adds_nothing() throws Exception {
        try (IcePeer caller = peer(IceRole.CONTROLLING, coturn.stun(), IceTransportPolicy.ALL)) {
            caller.gatherAndAwait();
            assertThat(caller.errors).isEmpty();
            assertThat(caller.candidates).allMatch(candidate -> candidate.type() == IceCandidateType.HOST);
        }
    }

    @Test
    void an_address_that_only_the_server_sees_becomes_a_candidate() throws Exception {
        try (UdpRelay nat = new UdpRelay(1)) {
            nat.right().peer(coturn.address());
            IceServer behind =
                    IceServer.stun("stun:127.0.0.1:" + nat.left().address().getPort());
            try (IcePeer caller = peer(IceRole.CONTROLLING, behind, IceTransportPolicy.ALL)) {
                caller.gatherAndAwait();
                assertThat(caller.errors).isEmpty();
                assertThat(caller.candidates).anySatisfy(candidate -> {
                    assertThat(candidate.type()).isEqualTo(IceCandidateType.SERVER_REFLEXIVE);
                    assertThat(candidate.port()).isEqualTo(nat.right().address().getPort());
                    assertThat(candidate.relatedAddress()).isPresent();
                });
            }
        }
    }

    @Test
    void a_wrong_password_is_told_and_ends_the_gathering() throws Exception {
        try (IcePeer caller =
                peer(IceRole.CONTROLLING, coturn.turn("udp", "not the credential"), IceTransportPolicy.RELAY)) {
            caller.gatherAndAwait();
            assertThat(caller.candidates).isEmpty();
            assertThat(caller.errors)
                    .isNotEmpty()
                    .allMatch(error -> error.reason() == RtcException.Reason.UNAVAILABLE)
                    .anySatisfy(error -> assertThat(error).hasMessageContaining("401"));
        }
    }
}
