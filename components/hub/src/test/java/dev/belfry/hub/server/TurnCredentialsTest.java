package dev.belfry.hub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.belfry.testkit.Chromium;
import dev.belfry.testkit.TurnServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the hub gives a browser to reach a real TURN server with, which shares a secret with the hub and nothing else. */
class TurnCredentialsTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String SECRET = "what the hub and the server share";
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** Looks for a path through the hub's servers alone: what was found, and the codes of errors. */
    private static final String GATHER = """
            async token => {
              const headers = {Authorization: `Bearer ${token}`, 'Belfry-Device': 'desk'};
              const {iceServers} = await (await fetch('v1/ice-servers', {headers})).json();
              const connection = new RTCPeerConnection({iceServers, iceTransportPolicy: 'relay'});
              connection.createDataChannel('any');
              const found = [];
              const done = new Promise(resolve => {
                connection.onicecandidateerror = ({errorCode}) => found.push(String(errorCode));
                connection.onicecandidate = ({candidate}) =>
                  candidate?.candidate ? found.push(candidate.type) : resolve();
              });
              await connection.setLocalDescription();
              await done;
              connection.close();
              return found.join(' ');
            }""";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void a_turn_server_takes_the_hubs_credentials_until_they_expire() throws Exception {
        try (TurnServer turn = new TurnServer(folder, "--use-auth-secret", "--static-auth-secret=" + SECRET)) {
            assertThat(pathThrough(turn, Duration.ZERO)).matches("relay( relay)*");

            assertThat(pathThrough(turn, LIFE.plusMinutes(1))).matches("401( 401)*");
        }
    }

    /** Asks a hub for credentials that it gave so long ago. */
    private static String pathThrough(TurnServer turn, Duration ago) throws Exception {
        try (ShiftedClock clock = new ShiftedClock()) {
            clock.forward(ago.negated());
            try (TestHub hub = TestHub.start(builder -> builder.clock(clock).turn(SECRET, LIFE, turn.url("udp")));
                    BrowserContext browser = CHROMIUM.open()) {
                Page page = browser.newPage();
                page.navigate(hub.server.uri().toString());
                return String.valueOf(page.evaluate(GATHER, hub.token("alice")));
            }
        }
    }
}
