package dev.belfry.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.testkit.Chromium;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two pages of the browser call each other: shows that the tests' measures are right. */
final class BrowserPairTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @ParameterizedTest
    @ValueSource(strings = {"VP8", "VP9", "H264"})
    void two_pages_see_and_hear_each_other(String codec) {
        try (BrowserPeer alice = new BrowserPeer(CHROMIUM.open(), BrowserPeer.Settings.of(false, codec));
                BrowserPeer bob = new BrowserPeer(CHROMIUM.open(), BrowserPeer.Settings.of(true, codec))) {
            alice.sendTone("a", 440);
            alice.sendPicture("a-v", 640, 360, Corners.RED_FIRST);
            bob.sendTone("b", 1000);
            bob.sendPicture("b-v", 640, 360, Corners.BLUE_FIRST);
            Line line = new Line(alice, bob);

            line.until("picture of Bob", () -> alice.sees(Corners.BLUE_FIRST));
            line.until("picture of Alice", () -> bob.sees(Corners.RED_FIRST));
            line.until("tone of Bob", () -> alice.hears(1000));
            line.until("tone of Alice", () -> bob.hears(440));

            assertThat(alice.read().errors()).isEmpty();
            assertThat(bob.read().errors()).isEmpty();
            assertThat(alice.stats("codec"))
                    .anyMatch(each -> each.text("mimeType").equals("video/" + codec));
        }
    }
}
