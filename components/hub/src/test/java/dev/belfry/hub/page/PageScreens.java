package dev.belfry.hub.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Contrast;
import dev.belfry.testkit.Chromium;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Photographs the page in every state, narrow and wide, light, dark and in high contrast, into
 * {@code target/page-screens}. For people to look at, so not among the tests: {@code -Dtest=PageScreens} runs it.
 */
class PageScreens {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Path FOLDER = Path.of("target", "page-screens");

    private String look = "";

    @ParameterizedTest
    @CsvSource({
        "360, 640, LIGHT, NO_PREFERENCE",
        "360, 640, DARK, NO_PREFERENCE",
        "360, 640, LIGHT, MORE",
        "360, 640, DARK, MORE",
        "1280, 800, LIGHT, NO_PREFERENCE",
        "1280, 800, DARK, NO_PREFERENCE"
    })
    void every_state(int width, int height, ColorScheme scheme, Contrast contrast) throws Exception {
        String plain = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        look = contrast == Contrast.MORE ? plain + "-contrast" : plain;
        try (Pages pages = new Pages(CHROMIUM)) {
            Browser.NewContextOptions options = new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setContrast(contrast);
            Tab alice = pages.open("alice", options);
            Tab bob = pages.open("bob");
            alice.await(".row");
            take(alice, "idle");
            calls(alice, bob);
            isCalled(pages, alice, bob);
            links(pages, options);
        }
    }

    private void calls(Tab alice, Tab bob) {
        alice.call("Bob", "video");
        bob.awaitRinging();
        alice.await("text=Ringing...");
        take(alice, "outgoing-video");
        bob.press("accept");
        alice.awaitPicture();
        take(alice, "talk-video");
        alice.press("devices");
        alice.await(".device-menu select");
        take(alice, "talk-devices");
        alice.page.keyboard().press("Escape");
        alice.press("mute");
        alice.press("camera");
        bob.press("mute");
        bob.press("camera");
        alice.awaitNoPicture();
        take(alice, "talk-off");
        bob.press("camera");
        alice.awaitPicture();
        alice.page.context().setOffline(true);
        alice.await("text=Reconnecting...");
        take(alice, "talk-reconnecting");
        alice.page.context().setOffline(false);
        alice.awaitTalking();
        alice.forgive();
        bob.press("end");
        alice.ending();
        take(alice, "ended-hang-up");
        alice.press("close");
        bob.press("close");
    }

    private void isCalled(Pages pages, Tab alice, Tab bob) {
        bob.call("Alice", "video");
        alice.awaitRinging();
        take(alice, "incoming-video");
        alice.press("decline");
        alice.ending();
        take(alice, "ended-declined");
        alice.press("close");
        bob.press("close");
        bob.call("Alice", "call");
        alice.awaitRinging();
        take(alice, "incoming-audio");
        alice.press("accept");
        alice.awaitTalking();
        take(alice, "talk-audio");
        try (Tab carla = pages.open("carla")) {
            carla.call("Alice", "call");
            carla.ending();
        }
        alice.press("end");
        alice.press("close");
        alice.await("text=called while you were");
        take(alice, "idle-missed");
        alice.call("Carla", "call");
        alice.await("text=Calling...");
        take(alice, "outgoing-audio");
        alice.page.context().setOffline(true);
        alice.await("text=Reconnecting...");
        take(alice, "outgoing-reconnecting");
        alice.press("cancel");
        alice.page.context().setOffline(false);
        alice.press("close");
        alice.forgive();
        bob.press("close");
        alice.call("Bob", "call");
        bob.awaitRinging();
        try (Tab carla = pages.open("carla")) {
            bob.press("accept");
            alice.awaitTalking();
            carla.call("Bob", "call");
            carla.ending();
        }
        bob.press("end");
        alice.press("close");
    }

    private void links(Pages pages, Browser.NewContextOptions options) throws Exception {
        String link = pages.guestLink();
        Tab guest = pages.tab(options);
        guest.page.navigate(link);
        guest.await("text=You call as Gina Guest.");
        take(guest, "guest");
        Tab late = pages.tab(options);
        late.page.navigate(link);
        late.await("text=This link was used already");
        take(late, "link-used");
        late.page.navigate(pages.address("#token=nonsense"));
        late.await("text=This link does not work.");
        take(late, "link-broken");
        late.forgive();
    }

    private void take(Tab tab, String state) {
        tab.page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(look + "-" + state + ".png")));
    }
}
