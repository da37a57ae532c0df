package dev.belfry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChromiumTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void contexts_share_a_browser_and_nothing_else() {
        try (BrowserContext first = CHROMIUM.open();
                BrowserContext second = CHROMIUM.open()) {
            Page page = first.newPage();
            page.setContent("<title>Hello</title>");

            assertThat(page.title()).isEqualTo("Hello");
            assertThat(first.browser()).isSameAs(second.browser());
            assertThat(second.pages()).isEmpty();
        }
    }
}
