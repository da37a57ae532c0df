package dev.belfry.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ReducedMotion;
import dev.belfry.testkit.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page for those who use it without a mouse, without seeing it, or without a camera and microphone. */
class PageAccessTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String REFUSING = """
            navigator.mediaDevices.getUserMedia = async () => {
              throw new DOMException('not allowed', 'NotAllowedError');
            };""";

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
    void a_call_is_made_answered_and_ended_by_keyboard() {
        Tab alice = pages.open("alice");
        Tab bob = pages.open("bob");
        alice.await(".row");
        alice.tabTo("call");
        alice.page.keyboard().press("Enter");
        bob.awaitRinging();

        bob.tabTo("accept");
        bob.page.keyboard().press("Space");
        bob.awaitTalking();
        alice.awaitTalking();
        alice.tabTo("end");
        alice.page.keyboard().press("Enter");

        assertThat(alice.ending()).isEqualTo("Call ended");
        assertThat(bob.ending()).isEqualTo("Alice Archer ended the call");
    }

    @Test
    void keys_that_were_meant_for_something_else_do_not_answer() {
        Tab alice = pages.open("alice");
        Tab bob = pages.open("bob");
        bob.page.locator("#search").focus();
        alice.call("Bob", "call");
        bob.awaitRinging();

        for (String key : List.of("Enter", "Space", "Escape", "a", "d")) {
            bob.page.keyboard().press(key);
        }

        assertThat(bob.rings()).isTrue();
        bob.page.keyboard().press("Alt+d");
        assertThat(alice.ending()).isEqualTo("Bob Bellini declined");
        assertThat(bob.ending()).isEqualTo("You declined");
    }

    @Test
    void an_incoming_call_is_read_out_and_in_the_title() {
        Tab alice = pages.open("alice");
        Tab bob = pages.open("bob");

        alice.call("Bob", "video");
        bob.awaitRinging();

        assertThat(bob.page.locator("#assertive").textContent()).isEqualTo("Incoming video call: Alice Archer");
        assertThat(bob.page.title()).isEqualTo("Incoming call: Alice Archer");
        alice.press("cancel");
        bob.ending();
        assertThat(bob.page.locator("#assertive").textContent()).isEmpty();
        assertThat(bob.page.title()).isEqualTo("Belfry");
    }

    @Test
    void every_control_has_a_name_and_a_visible_focus() {
        Tab alice = pages.open("alice");
        Tab bob = pages.open("bob");
        alice.await(".row");
        assertNamed(alice);
        alice.call("Bob", "video");
        bob.awaitRinging();
        assertNamed(alice);
        assertNamed(bob);
        bob.press("accept");
        alice.awaitPicture();
        assertNamed(alice);
        alice.tabTo("mute");
        assertThat(alice.page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");

        alice.press("devices");
        alice.await(".device-menu select:focus");
        assertNamed(alice);
        alice.page.keyboard().press("Escape");
        assertThat(alice.page.evaluate("document.activeElement.name")).isEqualTo("devices");
        assertThat(alice.talks()).isTrue();
    }

    @Test
    void without_camera_and_microphone_one_listens_and_reads_why() {
        Tab alice = pages.open("alice");
        Tab bob = pages.tab(new Browser.NewContextOptions());
        bob.page.addInitScript(REFUSING);
        bob.page.navigate(pages.link("bob"));
        bob.awaitHome();
        alice.call("Bob", "video");
        bob.awaitRinging();

        bob.press("accept");

        bob.awaitPicture();
        bob.await("text=This page may not use your camera and microphone.");
        bob.await("text=You can watch and listen.");
        alice.await(".tile .label:has-text('Bob Bellini, muted')");
        bob.press("dismiss");
        bob.press("mute");
        bob.await("text=This page may not use your microphone.");
    }

    @Test
    void nothing_moves_where_no_motion_is_wanted() {
        Tab alice = pages.open("alice", new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));

        alice.call("Bob", "call");
        alice.await(".avatar.ringing");

        assertThat(alice.page.evaluate("document.getAnimations().length")).isEqualTo(0);
    }

    @Test
    void it_fits_a_narrow_screen() {
        Browser.NewContextOptions narrow = new Browser.NewContextOptions().setViewportSize(280, 480);
        Tab alice = pages.open("alice", narrow);
        Tab bob = pages.open("bob", narrow);
        assertFits(alice);
        alice.call("Bob", "video");
        bob.awaitRinging();
        assertFits(alice);
        assertFits(bob);
        bob.press("accept");
        alice.awaitPicture();
        assertFits(alice);
        for (Locator button : alice.page.locator(".bar button").all()) {
            assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(32);
        }
        alice.press("end");
        alice.ending();
        assertFits(alice);
    }

    @Test
    void a_guest_finds_each_button_on_a_narrow_screen() throws Exception {
        Tab guest = pages.tab(new Browser.NewContextOptions().setViewportSize(280, 480));
        guest.page.navigate(pages.guestLink());
        guest.await("[name=camera].off");
        assertNamed(guest);
        assertFits(guest);
    }

    private static void assertNamed(Tab tab) {
        Object nameless = tab.page.evaluate("""
                [...document.querySelectorAll('button, input, select, [tabindex="0"]')]
                  .filter(each => each.checkVisibility())
                  .filter(each => !each.ariaLabel && !each.labels?.length && !each.textContent.trim())
                  .map(each => each.outerHTML)""");
        assertThat((List<?>) nameless).isEmpty();
    }

    private static void assertFits(Tab tab) {
        Object wide = tab.page.evaluate("""
                [...document.querySelectorAll('button, h1, p')]
                  .filter(each => each.checkVisibility() && !each.closest('.hidden-text'))
                  .filter(each => each.getBoundingClientRect().right > innerWidth + 0.5)
                  .map(each => each.outerHTML)""");
        assertThat((List<?>) wide).isEmpty();
        Object covered = tab.page.evaluate("""
                [...document.querySelectorAll('button, .label')]
                  .filter(each => each.checkVisibility())
                  .map(each => [each.outerHTML, each.getBoundingClientRect()])
                  .filter(([html, a], i, all) => all.slice(i + 1).some(([, b]) =>
                    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom))
                  .map(([html]) => html)""");
        assertThat((List<?>) covered).isEmpty();
    }
}
