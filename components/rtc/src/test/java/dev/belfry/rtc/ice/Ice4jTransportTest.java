package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Ice4jTransportTest {
    @Test
    void two_ends_on_one_machine_connect_and_exchange_packets() throws Exception {
        try (IcePeer caller = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING));
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            IcePeer.connect(caller, callee);

            assertThat(caller.send("ping")).isTrue();
            callee.await(() -> callee.received.contains("ping"));
            assertThat(callee.send("pong")).isTrue();
            caller.await(() -> caller.received.contains("pong"));

            IceStats stats = caller.transport.stats();
            assertThat(stats.packetsSent()).isOne();
            assertThat(stats.bytesReceived()).isEqualTo(4);
            assertThat(stats.role()).isEqualTo(IceRole.CONTROLLING);
            assertThat(stats.selected()).isNotNull();
            assertThat(stats.selected().local().type()).isEqualTo(IceCandidateType.HOST);
            assertThat(caller.states).containsExactly(IceTransportState.CHECKING, IceTransportState.CONNECTED);
            caller.leave();
            assertThat(caller.packetsOutstanding()).isZero();
            assertThat(caller.states).last().isEqualTo(IceTransportState.CLOSED);
        }
    }

    @Test
    void candidates_may_come_before_the_credentials() throws Exception {
        try (IcePeer caller = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING));
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            caller.gatherAndAwait();
            caller.trickleTo(callee.transport::addRemoteCandidate);
            callee.gatherAndAwait();
            callee.trickleTo(caller.transport::addRemoteCandidate);

            callee.transport.setRemoteCredentials(caller.transport.localCredentials());
            caller.transport.setRemoteCredentials(callee.transport.localCredentials());

            caller.awaitState(IceTransportState.CONNECTED);
            callee.awaitState(IceTransportState.CONNECTED);
        }
    }

    @Test
    void a_peer_that_tells_no_candidates_is_found_by_its_checks() throws Exception {
        try (IcePeer caller = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING));
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            caller.transport.setRemoteCredentials(callee.transport.localCredentials());
            callee.transport.setRemoteCredentials(caller.transport.localCredentials());
            caller.transport.addRemoteCandidate(
                    IceCandidate.parse("candidate:1 1 udp 2122260223 0b9c3f3a-7a2f.local 5000 typ host"));
            caller.trickleTo(callee.transport::addRemoteCandidate);
            caller.transport.gather();
            callee.transport.gather();

            caller.awaitState(IceTransportState.CONNECTED);
            assertThat(caller.pairs.get(0).remote().type()).isEqualTo(IceCandidateType.PEER_REFLEXIVE);
            callee.awaitState(IceTransportState.CONNECTED);

            callee.trickleTo(caller.transport::addRemoteCandidate);
            caller.await(() -> remoteType(caller) == IceCandidateType.HOST);
        }
    }

    @Test
    void two_ends_connect_over_ipv6_alone() throws Exception {
        try (IcePeer caller = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING));
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            caller.gatherAndAwait();
            callee.gatherAndAwait();
            assumeTrue(
                    caller.candidates.stream().anyMatch(Ice4jTransportTest::isIpv6),
                    "skipped: this machine has no ::1");
            caller.transport.setRemoteCredentials(callee.transport.localCredentials());
            callee.transport.setRemoteCredentials(caller.transport.localCredentials());
            callee.candidates.stream().filter(Ice4jTransportTest::isIpv6).forEach(caller.transport::addRemoteCandidate);

            callee.awaitState(IceTransportState.CONNECTED);
            caller.awaitState(IceTransportState.CONNECTED);
            assertThat(callee.pairs.get(0).local()).matches(Ice4jTransportTest::isIpv6);
            assertThat(caller.send("over six")).isTrue();
            callee.await(() -> callee.received.contains("over six"));
        }
    }

    private static @Nullable IceCandidateType remoteType(IcePeer peer) {
        IceCandidatePair selected = peer.transport.stats().selected();
        return selected == null ? null : selected.remote().type();
    }

    private static boolean isIpv6(IceCandidate candidate) {
        return candidate.address().contains(":");
    }

    @Test
    void two_ends_that_both_want_control_settle_it() throws Exception {
        try (IcePeer one = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING));
                IcePeer other = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING))) {
            IcePeer.connect(one, other);
            assertThat(one.transport.stats().role())
                    .isNotEqualTo(other.transport.stats().role());
        }
    }

    @Test
    void two_ends_that_both_leave_control_settle_it() throws Exception {
        try (IcePeer one = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED));
                IcePeer other = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            IcePeer.connect(one, other);
            assertThat(one.transport.stats().role())
                    .isNotEqualTo(other.transport.stats().role());
        }
    }

    @Test
    void a_restart_in_mid_flow_changes_the_path_and_loses_nothing() throws Exception {
        try (IcePeer caller = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING));
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            IcePeer.connect(caller, callee);
            caller.trickleTo(candidate -> {});
            callee.trickleTo(candidate -> {});
            IceCredentials before = caller.transport.localCredentials();
            caller.transport.restart();
            callee.transport.restart();
            assertThat(caller.transport.localCredentials()).isNotEqualTo(before);
            IcePeer.exchange(caller, callee);
            caller.transport.gather();
            callee.transport.gather();

            int sent = 0;
            while (caller.pairs.size() < 2 || callee.pairs.size() < 2) {
                assertThat(caller.send("packet " + sent++)).isTrue();
                caller.pause(Duration.ofMillis(5));
            }
            assertThat(caller.send("last")).isTrue();
            callee.await(() -> callee.received.contains("last"));
            assertThat(callee.received).hasSize(sent + 1);
            assertThat(caller.states).containsExactly(IceTransportState.CHECKING, IceTransportState.CONNECTED);
            assertThat(caller.pairs.get(1)).isNotEqualTo(caller.pairs.get(0));
        }
    }

    @Test
    void a_peer_that_vanishes_is_missed_and_then_given_up() throws Exception {
        IceOptions.Consent fast =
                new IceOptions.Consent(Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofMillis(900));
        try (IcePeer caller = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING).withConsent(fast));
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED))) {
            IcePeer.connect(caller, callee);
            caller.await(() -> caller.transport.stats().currentRoundTripTime() != null);
            callee.leave();

            caller.await(() -> caller.states.contains(IceTransportState.FAILED));
            assertThat(caller.states)
                    .containsExactly(
                            IceTransportState.CHECKING,
                            IceTransportState.CONNECTED,
                            IceTransportState.DISCONNECTED,
                            IceTransportState.FAILED);
            assertThat(caller.send("nobody there")).isFalse();
        }
    }

    @Test
    void strangers_get_nothing_through() throws Exception {
        try (IcePeer caller = new IcePeer(IcePeer.loopback(IceRole.CONTROLLING));
                IcePeer callee = new IcePeer(IcePeer.loopback(IceRole.CONTROLLED));
                DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            IcePeer.connect(caller, callee);
            Random random = new Random(1);
            for (IceCandidate target : callee.candidates) {
                InetAddress address = InetAddress.getByName(target.address());
                if (address.isLoopbackAddress() && address.getAddress().length == 4) {
                    for (int i = 0; i < 500; i++) {
                        byte[] garbage = new byte[random.nextInt(1600)];
                        random.nextBytes(garbage);
                        if (garbage.length > 0 && i % 2 == 0) {
                            garbage[0] &= 1;
                        }
                        stranger.send(new DatagramPacket(garbage, garbage.length, address, target.port()));
                    }
                }
            }
            assertThat(caller.send("after the noise")).isTrue();
            callee.await(() -> !callee.received.isEmpty());
            assertThat(callee.received).containsExactly("after the noise");
        }
    }
}
