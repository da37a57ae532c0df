package dev.belfry.rtc.ice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.spi.IceServer;
import dev.belfry.rtc.RtcException;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Debian's coturn, with a certificate for the name localhost. */
class TurnOverTlsTest {
    @TempDir
    Path folder;

    private ServerCertificate certificate;
    private Coturn coturn;

    @BeforeEach
    void start() throws Exception {
        certificate = new ServerCertificate(folder, "localhost");
        coturn = new Coturn(folder, certificate);
    }

    @AfterEach
    void stop() {
        if (coturn != null) {
            coturn.close();
        }
    }

    private IcePeer peer(IceRole role, IceServer server, @Nullable SSLSocketFactory tls) {
        return new IcePeer(
                IcePeer.loopback(role).withServers(List.of(server)).withPolicy(IceTransportPolicy.RELAY), tls);
    }

    @Test
    void a_call_goes_through_a_relay_that_is_reached_over_tls() throws Exception {
        try (IcePeer caller = peer(IceRole.CONTROLLING, coturn.turns("localhost"), certificate.trust());
                IcePeer callee = peer(IceRole.CONTROLLED, coturn.turn("udp"), null)) {
            IcePeer.connect(caller, callee);

            assertThat(caller.pairs.get(0).local().type()).isEqualTo(IceCandidateType.RELAYED);
            assertThat(caller.errors).isEmpty();
            for (int i = 0; i < 20; i++) {
                assertThat(caller.send("there " + i)).isTrue();
                assertThat(callee.send("back " + i)).isTrue();
            }
            callee.await(() -> callee.received.size() == 20);
            caller.await(() -> caller.received.size() == 20);
            caller.leave();
            assertThat(coturn.sawRelease()).isTrue();
            assertThat(caller.packetsOutstanding()).isZero();
        }
    }

    @Test
    void a_certificate_that_nobody_trusts_gives_no_candidate() throws Exception {
        try (IcePeer caller = peer(IceRole.CONTROLLING, coturn.turns("localhost"), null)) {
            assertRefused(caller, "unable to find valid certification path");
        }
    }

    @Test
    void a_certificate_for_another_name_gives_no_candidate() throws Exception {
        try (IcePeer caller = peer(IceRole.CONTROLLING, coturn.turns("127.0.0.1"), certificate.trust())) {
            assertRefused(caller, "No subject alternative names matching IP address 127.0.0.1 found");
        }
    }

    private static void assertRefused(IcePeer caller, String why) throws InterruptedException {
        caller.gatherAndAwait();
        assertThat(caller.candidates).isEmpty();
        assertThat(caller.errors).singleElement().satisfies(error -> {
            assertThat(error.reason()).isEqualTo(RtcException.Reason.UNAVAILABLE);
            assertThat(error).hasCauseInstanceOf(SSLHandshakeException.class).hasStackTraceContaining(why);
        });
    }
}
