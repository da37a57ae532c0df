package dev.belfry.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.testkit.Chromium;
import dev.belfry.testkit.PathConditions;
import dev.belfry.testkit.UdpRelay;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A bad network between Belfry and Chromium: each is told that the other is at the relay's address. */
final class BrowserLossTest {
    private static final Duration TIME = Duration.ofSeconds(8);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void five_percent_loss_each_way_freezes_no_picture_for_half_a_second() throws Exception {
        try (UdpRelay relay = new UdpRelay(5);
                BrowserCall call = new BrowserCall(CHROMIUM, true, "VP8")) {
            Line line = Detour.through(relay, call.browser, call.belfry);
            call.begin(line);
            relay.left().outgoing().conditions(PathConditions.FAIR.withLoss(0.05));
            relay.right().outgoing().conditions(PathConditions.FAIR.withLoss(0.05));
            call.browser.restartReading();
            call.belfry.restartReading();

            line.during(TIME);

            Seen atBrowser = call.browser.read().seen().get(0);
            Seen atBelfry = call.belfry.seen().get(0);
            assertThat(atBrowser.longestGapMillis()).as("freeze at the browser").isLessThan(500);
            assertThat(atBelfry.longestGapMillis()).as("freeze at Belfry").isLessThan(500);
            assertThat(atBrowser.frames()).isGreaterThan((int) (TIME.toSeconds() * 20));
            assertThat(atBelfry.frames()).isGreaterThan((int) (TIME.toSeconds() * 20));
            assertThat(relay.left().outgoing().lost())
                    .as("lost on the way to Belfry")
                    .isPositive();
            assertThat(relay.right().outgoing().lost())
                    .as("lost on the way to the browser")
                    .isPositive();
            call.assertNoErrors();
        }
    }
}
