package dev.belfry.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.spi.IceServer;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.rtc.ice.IceOptions;
import dev.belfry.rtc.ice.IceRole;
import dev.belfry.rtc.ice.IceTransportPolicy;
import dev.belfry.rtc.session.PeerConnectionOptions;
import dev.belfry.rtc.stats.IceCandidateStats;
import dev.belfry.testkit.Chromium;
import dev.belfry.testkit.TurnServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call with Chromium through a real TURN server, with every direct path forbidden on both sides. */
final class TurnCallTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String USER = "belfry";
    private static final String PASSWORD = "swing";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "over {0}")
    @ValueSource(strings = {"udp", "tcp"})
    void both_sides_meet_at_their_relays(String transport) throws Exception {
        try (TurnServer turn = new TurnServer(folder, "--lt-cred-mech", "--user=" + USER + ":" + PASSWORD);
                BrowserCall call = new BrowserCall(browser(turn, transport), belfry(turn, transport))) {
            call.begin(new Line(call.browser, call.belfry));

            assertThat(call.belfry.statistics().all(IceCandidateStats.class))
                    .isNotEmpty()
                    .allMatch(each -> each.candidateType().equals("relay"));
            assertThat(call.browser.stats("local-candidate"))
                    .isNotEmpty()
                    .allMatch(each -> each.text("candidateType").equals("relay"));
        }
    }

    private static BrowserPeer browser(TurnServer turn, String transport) {
        Map<String, Object> server = Map.of("urls", turn.url(transport), "username", USER, "credential", PASSWORD);
        Map<String, Object> configuration = Map.of("iceServers", List.of(server), "iceTransportPolicy", "relay");
        return new BrowserPeer(CHROMIUM.open(), new BrowserPeer.Settings(true, null, configuration));
    }

    private static PeerConnectionOptions belfry(TurnServer turn, String transport) {
        IceServer server = new IceServer(List.of(turn.url(transport)), USER, PASSWORD);
        return PeerConnectionOptions.of(false)
                .withIce(IceOptions.of(IceRole.CONTROLLING)
                        .withNetwork(IceNetwork.LOOPBACK)
                        .withServers(List.of(server))
                        .withPolicy(IceTransportPolicy.RELAY));
    }
}
