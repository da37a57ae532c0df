package dev.belfry.hub.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** One page in a context of its own: what its user sees and does. For the browser's thread. */
public final class Tab implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 60_000;

    /** How light the picture of a video is on average, and how much its points differ, from 0 to 255; or -1. */
    private static final String PICTURE = """
            selector => {
              const video = document.querySelector(selector);
              if (!video || video.videoWidth === 0) {
                return -1;
              }
              const canvas = new OffscreenCanvas(64, 36);
              const context = canvas.getContext('2d');
              context.drawImage(video, 0, 0, 64, 36);
              const points = context.getImageData(0, 0, 64, 36).data.filter((level, i) => i % 4 === 1);
              return Math.max(...points) - Math.min(...points);
            }""";

    public final Page page;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    public Tab(BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** Returns errors, broken policies of content among them, since the beginning or the last {@link #forgive}. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Forgets complaints that were to be expected: a browser tells of every request that fails. */
    void forgive() {
        complaints.clear();
    }

    public void awaitHome() {
        await(".home");
    }

    public boolean isHome() {
        return page.locator(".home").count() > 0;
    }

    /** Calls somebody from the list: {@code call} or {@code video}. */
    public void call(String name, String how) {
        page.locator(".row", new Page.LocatorOptions().setHasText(name))
                .locator("[name=" + how + "]")
                .click();
    }

    public void awaitRinging() {
        await("[name=accept]");
    }

    public boolean rings() {
        return page.locator("[name=accept]").count() > 0;
    }

    /** Presses a button by its name. */
    public void press(String button) {
        page.locator("[name=" + button + "]:visible").click();
    }

    /** Waits until the other side is connected. */
    public void awaitTalking() {
        await(".talk:not(.waiting)");
    }

    public boolean talks() {
        return page.locator(".talk").count() > 0;
    }

    /** Waits until the call is over, and returns why. */
    public String ending() {
        return await("#why").innerText();
    }

    /** Waits for what is read out by a screen reader. */
    void awaitAnnouncement(String words) {
        page.waitForFunction(
                "words => document.getElementById('polite').textContent.includes(words)",
                words,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Waits until a picture of the other side shows that is more than one colour. */
    public void awaitPicture() {
        await(".tile.with-picture");
        page.waitForFunction(
                "selector => (" + PICTURE + ")(selector) > 30",
                ".tile video",
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS).setPollingInterval(100));
    }

    void awaitNoPicture() {
        await(".tile:not(.with-picture)");
    }

    /** Presses the tab key until a button has the keyboard; fails if none of that name comes. */
    void tabTo(String button) {
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            if (button.equals(page.evaluate("document.activeElement.name"))) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not come to " + button);
    }

    /** Waits for something to be seen. */
    public Locator await(String selector) {
        Locator locator = page.locator(selector).first();
        locator.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        return locator;
    }

    @Override
    public void close() {
        context.close();
    }
}
