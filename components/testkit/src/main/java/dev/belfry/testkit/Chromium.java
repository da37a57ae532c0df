package dev.belfry.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's Chromium, without a window, one for all tests of a run. {@code -Dbelfry.test.browser=FILE} names another
 * than {@code /usr/bin/chromium}, {@code -Dbelfry.test.browser=none} skips the tests that need one; where there is none
 * and nothing was said, they fail. Nothing is downloaded. Its camera shows a moving picture, its microphone beeps, and
 * pages may use them unasked. For one thread.
 *
 * @since 0.1
 */
public final class Chromium implements BeforeAllCallback {
    private static final String PROPERTY = "belfry.test.browser";

    private @Nullable Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        String wanted = System.getProperty(PROPERTY, "/usr/bin/chromium");
        Assumptions.assumeFalse(wanted.equals("none"), "no tests with a browser, as asked by -D" + PROPERTY + "=none");
        Path executable = Path.of(wanted);
        if (!Files.isExecutable(executable)) {
            throw new IllegalStateException("There is no browser at " + wanted + ": install Debian's package chromium, "
                    + "name another with -D" + PROPERTY + "=FILE, or skip these tests with -D" + PROPERTY + "=none");
        }
        running = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, key -> new Running(executable), Running.class);
    }

    /** Opens a context of its own: nothing of what other contexts keep. */
    public BrowserContext open() {
        return open(new Browser.NewContextOptions());
    }

    /** Opens a context of its own, as the options say. */
    public BrowserContext open(Browser.NewContextOptions options) {
        return Objects.requireNonNull(running).browser.newContext(options);
    }

    private static final class Running implements AutoCloseable {
        private static final Map<String, String> DRIVER = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        /** Speak to nobody but the test, play sound without a click, and name addresses of this machine as they are. */
        private static final List<String> ARGUMENTS = List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--mute-audio",
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--autoplay-policy=no-user-gesture-required",
                "--allow-loopback-in-peer-connection",
                "--disable-features=WebRtcHideLocalIpsWithMdns");

        private final Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(DRIVER));
        private final Browser browser;

        Running(Path executable) {
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(ARGUMENTS));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
