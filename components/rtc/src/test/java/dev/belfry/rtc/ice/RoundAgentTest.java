package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.packet.Packet;
import dev.belfry.rtc.packet.PacketPool;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ice4j.ice.Component;
import org.ice4j.ice.KeepAliveStrategy;
import org.ice4j.ice.LocalCandidate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoundAgentTest {
    private static final int SOCKETS = 40;
    private static final int ROUNDS = 50;

    private final IceCredentials credentials = NewCredentials.make(new SecureRandom());
    private final PacketPool packets = new PacketPool();
    private final List<UdpSocket> sockets = new ArrayList<>();

    @BeforeEach
    void openSockets() throws IOException {
        Inbound inbound = new Inbound(packets, System::nanoTime, new StunGuard(credentials), Packet::release);
        for (int i = 0; i < SOCKETS; i++) {
            sockets.add(new UdpSocket(InetAddress.getLoopbackAddress(), inbound, true));
        }
    }

    @AfterEach
    void closeSockets() {
        sockets.forEach(UdpSocket::close);
    }

    /** An answer to a check looks its candidate up on one of ice4j's threads while others are still gathered. */
    @Test
    void candidates_are_found_while_others_are_added() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            RoundAgent agent = Ice4jSetup.agent(credentials);
            Component component =
                    agent.createComponent(agent.createMediaStream("bundle"), KeepAliveStrategy.ALL_SUCCEEDED, false);
            List<LocalCandidate> candidates = sockets.stream()
                    .map(socket -> (LocalCandidate) new SocketCandidate(socket, component))
                    .toList();
            LocalCandidate first = candidates.get(0);
            component.addLocalCandidate(first);

            CompletableFuture<Void> adding =
                    CompletableFuture.runAsync(() -> candidates.forEach(component::addLocalCandidate));
            while (!adding.isDone()) {
                assertThat(agent.findLocalCandidate(first.getTransportAddress(), first))
                        .isSameAs(first);
            }

            adding.get(10, TimeUnit.SECONDS);
            LocalCandidate last = candidates.get(SOCKETS - 1);
            assertThat(agent.findLocalCandidate(last.getTransportAddress())).isSameAs(last);
            assertThat(agent.findLocalCandidate(last.getTransportAddress(), first))
                    .as("with another base: rather than none")
                    .isSameAs(last);
            agent.free();
        }
    }
}
