package dev.belfry.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.CallException;
import dev.belfry.frame.Codec;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.rtc.ice.IceOptions;
import dev.belfry.rtc.ice.IceRole;
import dev.belfry.rtc.session.LocalTrack;
import dev.belfry.rtc.session.PeerConnectionOptions;
import dev.belfry.testkit.Chromium;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call between a page of the browser and Belfry, with sound and pictures both ways. For the browser's thread. */
final class BrowserCall implements AutoCloseable {
    static final double BROWSER_HERTZ = 440;
    static final double BELFRY_HERTZ = 1000;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    final BrowserPeer browser;
    final BelfryPeer belfry;
    final LocalTrack picture;
    final LocalTrack tone;

    /** Opens both sides on the loopback interface. */
    BrowserCall(Chromium chromium, boolean belfryOffers, @Nullable String codec) throws CallException {
        this(
                new BrowserPeer(chromium.open(), BrowserPeer.Settings.of(belfryOffers, codec)),
                PeerConnectionOptions.of(!belfryOffers)
                        .withCodecs(codecs(belfryOffers, codec))
                        .withIce(IceOptions.of(IceRole.CONTROLLING).withNetwork(IceNetwork.LOOPBACK)));
    }

    BrowserCall(BrowserPeer browser, PeerConnectionOptions options) throws CallException {
        this.browser = browser;
        belfry = new BelfryPeer(options);
        tone = belfry.sendTone("belfry", BELFRY_HERTZ);
        picture = belfry.sendPicture("belfry", WIDTH, HEIGHT, Corners.BLUE_FIRST);
        browser.sendTone("tone", BROWSER_HERTZ);
        browser.sendPicture("picture", WIDTH, HEIGHT, Corners.RED_FIRST);
    }

    /** Begins, and waits until each side sees and hears the other. */
    void begin(Line line) {
        belfry.start();
        line.until("picture at Belfry", () -> belfry.sees(Corners.RED_FIRST));
        line.until("picture at the browser", () -> browser.sees(Corners.BLUE_FIRST));
        line.until("tone at Belfry", () -> belfry.hears(BROWSER_HERTZ));
        line.until("tone at the browser", () -> browser.hears(BELFRY_HERTZ));
        assertNoErrors();
    }

    void assertNoErrors() {
        assertThat(browser.read().errors()).isEmpty();
        assertThat(belfry.errors()).isEmpty();
    }

    /** Who offers restricts: an answering Chromium sends the first codec of the offer, whichever it answered. */
    private static List<Codec> codecs(boolean belfryOffers, @Nullable String codec) {
        return belfryOffers && codec != null
                ? List.of(Codec.OPUS, Codec.valueOf(codec))
                : List.of(Codec.OPUS, Codec.VP8, Codec.VP9, Codec.H264);
    }

    /** Closes both, and checks that ours leaves nothing. */
    @Override
    public void close() {
        try {
            belfry.close();
            belfry.awaitThreads();
            assertThat(belfry.packetsLeft()).isZero();
            assertThat(belfry.framesLeft()).isZero();
        } finally {
            browser.close();
        }
    }
}
