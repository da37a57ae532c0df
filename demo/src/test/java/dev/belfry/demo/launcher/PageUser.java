package dev.belfry.demo.launcher;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.belfry.hub.page.Tab;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who sits before the hub's page: what a {@link Tab} does not know of sound and colours. For the browser's thread. */
final class PageUser implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 30_000;

    /** Keeps the page's connections where a test finds them. */
    private static final String CONNECTIONS = """
            globalThis.connections = [];
            globalThis.RTCPeerConnection = class extends RTCPeerConnection {
              constructor(...settings) {
                super(...settings);
                connections.push(this);
              }
            };""";

    /** The energy of all sound received, as W3C's statistics have it. */
    private static final String ENERGY = """
            async () => {
              const open = connections.filter(each => each.connectionState === 'connected');
              const reports = await Promise.all(open.map(each => each.getStats()));
              return reports.flatMap(each => [...each.values()])
                .filter(each => each.type === 'inbound-rtp' && each.kind === 'audio')
                .reduce((sum, each) => sum + (each.totalAudioEnergy ?? 0), 0) > 0.001;
            }""";

    /** The mean colour of a video, as red, green and blue; null while it has no picture. */
    private static final String COLOUR = """
            selector => {
              const video = document.querySelector(selector);
              if (!video?.videoWidth) {
                return null;
              }
              const canvas = new OffscreenCanvas(64, 36);
              const context = canvas.getContext('2d');
              context.drawImage(video, 0, 0, 64, 36);
              const levels = context.getImageData(0, 0, 64, 36).data;
              return [0, 1, 2].map(channel =>
                levels.filter((level, i) => i % 4 === channel).reduce((sum, each) => sum + each, 0) / (64 * 36));
            }""";

    final Tab tab;

    /** Opens a page in a tab, by this link. */
    PageUser(Tab tab, String link) {
        this.tab = tab;
        tab.page.addInitScript(CONNECTIONS);
        tab.page.navigate(link);
        tab.awaitHome();
    }

    /** Has all calls ring for as short a time as the hub lets them, or as long as the page says. */
    void callBriefly(boolean briefly) {
        String calls = "**/v1/calls";
        if (briefly) {
            tab.page.route(calls, PageUser::shorten);
        } else {
            tab.page.unroute(calls);
        }
    }

    void awaitWords(String words) {
        tab.await("text=" + words);
    }

    void awaitSound() {
        tab.page.waitForFunction(
                ENERGY,
                null,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS).setPollingInterval(100));
    }

    /** Waits until the video that a CSS selector finds has a picture, and returns its mean colour. */
    Colour awaitPicture(String selector) {
        AtomicReference<@Nullable Colour> seen = new AtomicReference<>();
        tab.page.waitForCondition(() -> {
            seen.set(picture(selector));
            return seen.get() != null;
        });
        return Objects.requireNonNull(seen.get());
    }

    /** Waits until that video is like this one. */
    void awaitPicture(String selector, Colour wanted) {
        tab.page.waitForCondition(() -> awaitPicture(selector).isLike(wanted));
    }

    private @Nullable Colour picture(String selector) {
        return tab.page.evaluate(COLOUR, selector) instanceof List<?> levels ? Colour.of(levels) : null;
    }

    /** Goes back from a call that is over. */
    void dismiss() {
        if (!tab.isHome()) {
            tab.ending();
            tab.press("close");
        }
        tab.awaitHome();
    }

    void photograph(Path file) {
        tab.page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        tab.close();
    }

    private static void shorten(Route route) {
        String body = route.request().postData();
        route.resume(new Route.ResumeOptions().setPostData(body.replaceFirst("\"timeout\":\\d+", "\"timeout\":5")));
    }
}
