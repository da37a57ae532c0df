package dev.belfry.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.call.control.CallPhase;
import dev.belfry.testkit.Chromium;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls between the hub's page in a browser and a phone's window, either way, over a real hub and with real media. */
class PageAndWindowTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String THEIR_VIDEO = ".tile video";
    private static final String OWN_VIDEO = ".self-view video";

    @SuppressWarnings("NullAway.Init") // made before all tests
    private static PageAndWindow both;

    @SuppressWarnings("NullAway.Init") // as above
    private static PageUser alice;

    @SuppressWarnings("NullAway.Init") // as above
    private static WindowUser bob;

    @BeforeAll
    static void open() throws Exception {
        both = new PageAndWindow(CHROMIUM);
        alice = both.alice;
        bob = both.bob;
    }

    @AfterAll
    static void close() {
        both.close();
    }

    @AfterEach
    void dismiss() {
        both.dismiss();
    }

    @Test
    void the_page_calls_and_hangs_up() throws Exception {
        alice.tab.call("Bob", "video");
        bob.awaitPhase(CallPhase.INCOMING);
        alice.awaitWords("Ringing...");
        both.photograph("page-calls");
        bob.press("accept");
        assertBothSeeAndHear();
        both.photograph("page-called");

        alice.tab.press("end");

        bob.awaitWords("Alice Archer ended the call");
        assertThat(alice.tab.ending()).isEqualTo("Call ended");
        both.photograph("page-ended");
    }

    @Test
    void the_window_calls_and_hangs_up() throws Exception {
        bob.call("Alice Archer", "video");
        alice.tab.awaitRinging();
        bob.awaitWords("Ringing...");
        both.photograph("window-calls");
        alice.tab.press("accept");
        assertBothSeeAndHear();
        both.photograph("window-called");

        bob.press("end");

        assertThat(alice.tab.ending()).isEqualTo("Bob Bellini ended the call");
        bob.awaitWords("Call ended");
        both.photograph("window-ended");
    }

    @Test
    void the_page_calls_without_video_and_the_window_hangs_up() throws Exception {
        alice.tab.call("Bob", "call");
        bob.press("accept");
        alice.tab.awaitTalking();
        bob.awaitPhase(CallPhase.ONGOING);
        assertBothHear();
        both.photograph("audio-called");

        bob.press("end");

        assertThat(alice.tab.ending()).isEqualTo("Bob Bellini ended the call");
        bob.awaitWords("Call ended");
    }

    @Test
    void the_window_calls_without_video_and_the_page_hangs_up() {
        bob.call("Alice Archer", "audio");
        alice.tab.awaitRinging();
        alice.tab.press("accept");
        alice.tab.awaitTalking();
        bob.awaitPhase(CallPhase.ONGOING);
        assertBothHear();

        alice.tab.press("end");

        bob.awaitWords("Alice Archer ended the call");
        assertThat(alice.tab.ending()).isEqualTo("Call ended");
    }

    @Test
    void the_window_declines() {
        alice.tab.call("Bob", "video");
        bob.press("decline");

        assertThat(alice.tab.ending()).isEqualTo("Bob Bellini declined");
        bob.awaitWords("You declined");
    }

    @Test
    void the_page_declines() {
        bob.call("Alice Archer", "video");
        alice.tab.awaitRinging();
        alice.tab.press("decline");

        bob.awaitWords("Alice Archer declined");
        assertThat(alice.tab.ending()).isEqualTo("You declined");
    }

    @Test
    void the_page_takes_its_call_back() {
        alice.tab.call("Bob", "call");
        bob.awaitPhase(CallPhase.INCOMING);
        alice.tab.press("cancel");

        bob.awaitWords("Alice Archer hung up before you answered");
        assertThat(alice.tab.ending()).isEqualTo("Call cancelled");
    }

    @Test
    void the_window_takes_its_call_back() {
        bob.call("Alice Archer", "audio");
        alice.tab.awaitRinging();
        bob.press("cancel");

        assertThat(alice.tab.ending()).isEqualTo("Bob Bellini hung up before you answered");
        bob.awaitWords("Call cancelled");
    }

    @Test
    void nobody_answers_the_page() {
        alice.callBriefly(true);
        alice.tab.call("Bob", "call");
        bob.awaitPhase(CallPhase.INCOMING);

        assertThat(alice.tab.ending()).isEqualTo("Bob Bellini did not answer");
        bob.awaitWords("Missed call");
        alice.callBriefly(false);
    }

    @Test
    void nobody_answers_the_window() {
        bob.callBriefly("alice");
        alice.tab.awaitRinging();

        bob.awaitWords("Alice Archer did not answer");
        assertThat(alice.tab.ending()).isEqualTo("Missed call");
    }

    @Test
    void the_page_is_busy_and_learns_who_called() {
        try (PageUser carla = both.open("carla")) {
            carla.tab.call("Alice", "call");
            alice.tab.awaitRinging();
            alice.tab.press("accept");
            carla.tab.awaitTalking();

            bob.call("Alice Archer", "audio");

            bob.awaitWords("Alice Archer is on another call");
            assertThat(alice.tab.talks()).isTrue();
            carla.tab.press("end");
            carla.tab.ending();
        }
        assertThat(alice.tab.ending()).isEqualTo("Carla Campos ended the call");
        alice.dismiss();
        alice.awaitWords("Bob Bellini called while you were on a call.");
    }

    @Test
    void who_calls_a_busy_window_waits_until_its_user_chooses() throws IOException {
        try (PageUser carla = both.open("carla")) {
            carla.tab.call("Bob", "video");
            bob.press("accept");
            carla.tab.awaitTalking();
            bob.awaitPhase(CallPhase.ONGOING);

            alice.tab.call("Bob", "call");
            bob.awaitWords("Alice Archer is calling");
            both.photograph("window-busy");
            bob.press("declineWaiting");
            assertThat(alice.tab.ending()).isEqualTo("Bob Bellini declined");
            assertThat(carla.tab.talks()).isTrue();

            alice.tab.press("again");
            bob.press("acceptWaiting");
            assertThat(carla.tab.ending()).isEqualTo("Bob Bellini ended the call");
        }
        alice.tab.awaitTalking();
        alice.tab.press("end");
        bob.awaitWords("Alice Archer ended the call");
    }

    private static void assertBothSeeAndHear() {
        Colour ofAlice = alice.awaitPicture(OWN_VIDEO);
        Colour ofBob = bob.awaitPicture("Video of Bob Bellini");
        assertThat(ofAlice.isLike(ofBob))
                .as("%s is another picture than %s", ofAlice, ofBob)
                .isFalse();
        bob.awaitPicture("Video of Alice Archer", ofAlice);
        alice.awaitPicture(THEIR_VIDEO, ofBob);
        assertBothHear();
    }

    private static void assertBothHear() {
        alice.awaitSound();
        bob.awaitSound();
    }
}
