package dev.belfry.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import dev.belfry.testkit.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page and its connection: lost and found, refused, replaced. */
class PageLineTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private Pages pages;

    @BeforeEach
    void open() throws Exception {
        pages = new Pages(CHROMIUM);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void a_call_outlives_the_connection_to_the_hub() {
        Tab alice = pages.open("alice");
        Tab bob = pages.open("bob");
        alice.call("Bob", "call");
        bob.awaitRinging();
        bob.press("accept");
        alice.awaitTalking();

        cut(alice, true);
        alice.await("text=Reconnecting...");
        bob.press("mute");
        cut(alice, false);

        alice.awaitTalking();
        alice.await(".tile .label:has-text('Bob Bellini, muted')");
        bob.press("end");
        assertThat(alice.ending()).isEqualTo("Bob Bellini ended the call");
        alice.forgive();
    }

    @Test
    void what_happened_while_the_callee_was_away_ends_the_ringing() {
        Tab alice = pages.open("alice");
        Tab bob = pages.open("bob");
        alice.call("Bob", "call");
        bob.awaitRinging();

        cut(bob, true);
        alice.press("cancel");
        cut(bob, false);

        assertThat(bob.ending()).isEqualTo("Alice Archer hung up before you answered");
        bob.forgive();
    }

    @Test
    void a_page_that_is_open_twice_says_so() {
        Tab first = pages.open("alice");
        Object kept = first.page.evaluate("sessionStorage.getItem('belfry.session')");
        Tab second = pages.tab(new Browser.NewContextOptions());
        second.page.addInitScript("sessionStorage.setItem('belfry.session', '" + kept + "')");

        second.page.navigate(pages.address(""));
        second.awaitHome();

        first.await("text=This page is open elsewhere too.");
        first.press("retry");
        first.awaitHome();
        second.await("text=This page is open elsewhere too.");
    }

    @Test
    void links_that_do_not_work_are_told_in_words() {
        Tab tab = pages.tab(new Browser.NewContextOptions());

        tab.page.navigate(pages.address(""));
        tab.await("text=This page needs a link to call.");
        tab.page.navigate(pages.address("#token=nonsense"));
        tab.await("text=This link does not work.");
        tab.page.navigate(pages.address("#token=e30.eyJzdWIiOiJhbGljZSJ9.e30"));
        tab.await("text=Your sign-in is over.");
        tab.page.navigate(pages.address("#code=nonsense"));
        tab.await("text=This link was used already, or its time is over.");

        tab.forgive();
    }

    @Test
    void the_secret_of_a_link_is_nowhere_to_be_seen() {
        Tab alice = pages.open("alice");
        BrowserContext context = alice.page.context();

        assertThat(alice.page.url()).isEqualTo(pages.address(""));
        assertThat(alice.page.evaluate("localStorage.length")).isEqualTo(0);
        assertThat(context.cookies()).isEmpty();
        alice.page.reload();
        alice.awaitHome();
    }

    /** Takes the network away from a page, or gives it back; media between pages goes on. */
    private static void cut(Tab tab, boolean off) {
        tab.page.context().setOffline(off);
    }
}
