package dev.belfry.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.belfry.testkit.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls between two pages over a real hub, and how each may end. */
class PageCallTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private Pages pages;
    private Tab alice;
    private Tab bob;

    @BeforeEach
    void open() throws Exception {
        pages = new Pages(CHROMIUM);
        alice = pages.open("alice");
        bob = pages.open("bob");
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void both_see_each_other_until_the_caller_hangs_up() {
        alice.call("Bob", "video");
        bob.awaitRinging();
        bob.press("accept");
        alice.awaitPicture();
        bob.awaitPicture();
        alice.awaitAnnouncement("Connected with Bob Bellini");

        alice.press("end");

        assertThat(alice.ending()).isEqualTo("Call ended");
        assertThat(bob.ending()).isEqualTo("Alice Archer ended the call");
        assertThat(alice.page.evaluate("document.querySelectorAll('video').length"))
                .isEqualTo(0);
    }

    @Test
    void the_callee_hangs_up_a_call_without_video() {
        alice.call("Bob", "call");
        bob.awaitRinging();
        bob.press("accept");
        alice.awaitTalking();
        bob.awaitTalking();
        assertThat(alice.page.locator("[name=camera]:visible").count()).isZero();

        bob.press("end");

        assertThat(alice.ending()).isEqualTo("Bob Bellini ended the call");
        assertThat(bob.ending()).isEqualTo("Call ended");
    }

    @Test
    void a_video_call_is_answered_with_audio_only_and_the_camera_joins_later() {
        alice.call("Bob", "video");
        bob.awaitRinging();
        bob.press("audio");
        bob.awaitPicture();
        alice.awaitTalking();
        alice.awaitNoPicture();

        bob.press("camera");
        alice.awaitPicture();
        bob.press("camera");
        alice.awaitNoPicture();
        bob.press("mute");
        alice.await(".tile .label:has-text('Bob Bellini, muted')");
    }

    @Test
    void the_callee_declines() {
        alice.call("Bob", "video");
        bob.awaitRinging();
        alice.await("text=Ringing...");

        bob.press("decline");

        assertThat(alice.ending()).isEqualTo("Bob Bellini declined");
        assertThat(bob.ending()).isEqualTo("You declined");
        alice.press("close");
        alice.awaitHome();
    }

    @Test
    void the_caller_takes_the_call_back() {
        alice.call("Bob", "video");
        bob.awaitRinging();

        alice.press("cancel");

        assertThat(bob.ending()).isEqualTo("Alice Archer hung up before you answered");
        assertThat(alice.ending()).isEqualTo("Call cancelled");
    }

    @Test
    void nobody_answers() throws Exception {
        pages.callBriefly();
        bob.awaitRinging();

        assertThat(bob.ending()).isEqualTo("Missed call");
    }

    @Test
    void a_call_rings_out_without_a_word_of_the_hub() {
        alice.page.clock().install();
        alice.call("Carla", "call");
        alice.await("text=Calling...");

        alice.page.clock().fastForward(60_000);

        assertThat(alice.ending()).isEqualTo("Carla Campos did not answer");
    }

    @Test
    void who_is_on_a_call_is_busy_and_learns_who_called() {
        Tab carla = pages.open("carla");
        alice.call("Bob", "call");
        bob.awaitRinging();
        bob.press("accept");
        alice.awaitTalking();

        carla.call("Bob", "call");

        assertThat(carla.ending()).isEqualTo("Bob Bellini is on another call");
        assertThat(bob.talks()).isTrue();
        bob.press("end");
        bob.press("close");
        bob.await("text=Carla Campos called while you were on a call.");
    }

    @Test
    void a_call_answered_on_another_device_rings_no_longer() {
        Tab other = pages.open("bob");
        alice.call("Bob", "video");
        bob.awaitRinging();
        other.awaitRinging();

        other.press("accept");

        assertThat(bob.ending()).isEqualTo("Answered on another device");
        alice.awaitPicture();
        assertThat(other.talks()).isTrue();
    }

    @Test
    void the_callees_page_is_loaded_again_while_it_rings() {
        alice.call("Bob", "video");
        bob.awaitRinging();

        bob.page.reload();

        bob.awaitRinging();
        bob.press("accept");
        alice.awaitPicture();
        bob.awaitPicture();
    }

    @Test
    void the_callers_page_is_loaded_again_while_it_rings() {
        alice.call("Bob", "video");
        bob.awaitRinging();

        alice.page.reload();

        assertThat(bob.ending()).isEqualTo("Alice Archer hung up before you answered");
        alice.awaitHome();
    }

    @Test
    void a_page_that_is_loaded_again_in_a_call_ends_it() {
        alice.call("Bob", "call");
        bob.awaitRinging();
        bob.press("accept");
        alice.awaitTalking();

        bob.page.reload();

        assertThat(alice.ending()).isEqualTo("Bob Bellini ended the call");
    }

    @Test
    void a_guest_calls_once() throws Exception {
        String link = pages.guestLink();
        Tab guest = pages.tab(new Browser.NewContextOptions());
        guest.page.navigate(link);
        guest.await("text=You call as Gina Guest.");
        assertThat(guest.page.url()).doesNotContain("#");
        guest.press("video");
        bob.awaitRinging();
        bob.press("accept");
        guest.awaitPicture();
        bob.awaitPicture();
        bob.press("end");
        assertThat(guest.ending()).isEqualTo("Bob Bellini ended the call");
        guest.await("text=This link was for one call.");

        Tab late = pages.tab(new Browser.NewContextOptions());
        late.page.navigate(link);

        late.await("text=This link was used already, or its time is over.");
        late.forgive();
    }
}
