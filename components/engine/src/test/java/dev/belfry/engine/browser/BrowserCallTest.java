package dev.belfry.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.testkit.Chromium;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound and pictures both ways with Chromium, whichever side offers, in each codec. */
final class BrowserCallTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** What versions of Chromium call them. */
    private static final List<String> GCM = List.of("SRTP_AEAD_AES_128_GCM", "AEAD_AES_128_GCM");

    private static final List<String> CM = List.of("SRTP_AES128_CM_HMAC_SHA1_80", "AES_CM_128_HMAC_SHA1_80");

    @ParameterizedTest(name = "{0}, Belfry offers: {1}")
    @CsvSource({"VP8, true", "VP8, false", "VP9, true", "VP9, false", "H264, true", "H264, false"})
    void both_sides_see_and_hear_each_other(String codec, boolean belfryOffers) throws Exception {
        try (BrowserCall call = new BrowserCall(CHROMIUM, belfryOffers, codec)) {
            call.begin(new Line(call.browser, call.belfry));

            assertThat(call.browser.stats("codec"))
                    .extracting(each -> each.text("mimeType"))
                    .containsOnly("audio/opus", "video/" + codec);
            assertThat(call.browser.stats("transport"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.text("srtpCipher")).isIn(belfryOffers ? GCM : CM));
        }
    }
}
