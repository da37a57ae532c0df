package dev.belfry.swing.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.belfry.call.CallRequest;
import dev.belfry.call.CallType;
import dev.belfry.call.control.CallController.WaitingPolicy;
import dev.belfry.call.control.CallPhase;
import dev.belfry.hub.local.LocalHub;
import dev.belfry.testkit.SwingExtension;
import java.awt.event.KeyEvent;
import java.time.Duration;
import javax.swing.JButton;
import org.assertj.swing.core.KeyPressInfo;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice, Bob and Carol in real windows, over a hub in this JVM. */
class CallPanelTest {
    @RegisterExtension
    final SwingExtension swing = new SwingExtension();

    private final LocalHub hub = LocalHub.builder()
            .user("alice", "Alice Carter")
            .user("bob", "Bob Whitechapel")
            .user("carol", "Carol")
            .build();
    private Phone alice;
    private Phone bob;

    @BeforeEach
    void showWindows() {
        alice = new Phone(swing, hub.connect("alice", "a"), WaitingPolicy.CALL_WAITING);
        bob = new Phone(swing, hub.connect("bob", "b"), WaitingPolicy.CALL_WAITING);
        GuiActionRunner.execute(() -> bob.frame.setLocation(700, 0));
    }

    @AfterEach
    void close() {
        alice.close();
        bob.close();
        hub.close();
    }

    private void aliceCallsBob() {
        alice.controller.initiateCall(CallRequest.video("bob")).join();
        bob.awaitButton("accept");
    }

    private void theyTalk() {
        aliceCallsBob();
        bob.press("accept");
        alice.awaitButton("end");
        bob.awaitButton("end");
        await().until(() -> alice.controller.snapshot().phase() == CallPhase.ONGOING
                && bob.controller.snapshot().phase() == CallPhase.ONGOING);
    }

    @Test
    void showsWhoCallsAndThatItRings() {
        aliceCallsBob();

        bob.awaitText("Alice Carter");
        bob.awaitText("Incoming video call");
        alice.awaitText("Bob Whitechapel");
        alice.awaitText("Ringing...");
    }

    @Test
    void acceptsWithVideo() {
        theyTalk();

        assertThat(bob.media.session().request().videoMuted()).isFalse();
        assertThat(bob.shows("camera")).isTrue();
        assertThat(bob.shows("accept")).isFalse();
    }

    @Test
    void acceptsWithAudioOnly() {
        aliceCallsBob();
        bob.press("acceptAudio");

        bob.awaitButton("end");
        await().until(() -> bob.controller.snapshot().phase() == CallPhase.ONGOING);
        assertThat(bob.controller.snapshot().videoMuted()).isTrue();
    }

    @Test
    void declines() {
        aliceCallsBob();
        bob.press("decline");

        bob.awaitText("You declined");
        alice.awaitText("Bob Whitechapel declined");
    }

    @Test
    void cancels() {
        aliceCallsBob();
        alice.press("cancel");

        alice.awaitText("Call cancelled");
        bob.awaitText("Alice Carter hung up before you answered");
        bob.press("close");
        bob.awaitText("No call");
    }

    @Test
    void endsUnanswered() {
        alice.controller
                .initiateCall(CallRequest.video("bob").withTimeout(Duration.ofSeconds(5)))
                .join();

        alice.awaitText("Bob Whitechapel did not answer");
        bob.awaitText("Missed call");
    }

    @Test
    void findsBobOnAnotherCallAndCallsAgain() {
        bob.close();
        Phone busyBob = new Phone(swing, hub.connect("bob", "b"), WaitingPolicy.BUSY);
        try (Phone carol = new Phone(swing, hub.connect("carol", "c"), WaitingPolicy.CALL_WAITING)) {
            busyBob.controller.initiateCall(CallRequest.audio("carol")).join();
            carol.awaitButton("accept");

            alice.controller.initiateCall(CallRequest.video("bob")).join();
            alice.awaitText("Bob Whitechapel is on another call");
            busyBob.press("cancel");
            busyBob.awaitText("Call cancelled");
            alice.press("callAgain");
            busyBob.awaitButton("accept");
        } finally {
            busyBob.close();
        }
    }

    @Test
    void theCallerHangsUp() {
        theyTalk();
        alice.press("end");

        alice.awaitText("Call ended");
        bob.awaitText("Alice Carter ended the call");
    }

    @Test
    void theCalleeHangsUp() {
        theyTalk();
        bob.press("end");

        bob.awaitText("Call ended");
        alice.awaitText("Bob Whitechapel ended the call");
    }

    @Test
    void mutesMicrophoneAndCamera() {
        theyTalk();
        bob.press("mute");
        bob.press("camera");

        await().until(() -> bob.controller.snapshot().audioMuted()
                && bob.controller.snapshot().videoMuted());
        JButton mute = bob.button("mute").target();
        assertThat(GuiActionRunner.execute(() -> mute.getAccessibleContext().getAccessibleName()))
                .isEqualTo("Unmute your microphone");
        await().until(() -> alice.controller.snapshot().participants().stream()
                .anyMatch(person -> person.uid().equals("bob") && person.isAudioMuted()));
    }

    @Test
    void switchesAnAudioCallToVideo() {
        alice.controller.initiateCall(CallRequest.audio("bob")).join();
        bob.press("accept");
        bob.press("camera");

        await().until(() -> alice.controller.snapshot().type() == CallType.VIDEO
                && bob.controller.snapshot().type() == CallType.VIDEO);
        assertThat(bob.media.session().asked()).contains("videoMuted false");
        assertThat(alice.controller.snapshot().videoMuted()).isTrue();
        assertThat(alice.shows("camera")).isTrue();
    }

    @Test
    void closingTheWindowEndsTheCall() {
        theyTalk();
        bob.window.close();

        alice.awaitText("Bob Whitechapel ended the call");
    }

    @Test
    void closingTheWindowKeepsTheCallIfTheHostWantsThat() {
        theyTalk();
        GuiActionRunner.execute(() -> bob.panel.setEndCallOnWindowClose(false));
        bob.window.close();
        await().until(() -> !bob.frame.isDisplayable());

        assertThat(bob.controller.snapshot().phase()).isEqualTo(CallPhase.ONGOING);
    }

    @Test
    void aWaitingCallIsTakenInPlaceOfThePresentOne() {
        theyTalk();
        try (Phone carol = new Phone(swing, hub.connect("carol", "c"), WaitingPolicy.CALL_WAITING)) {
            carol.controller.initiateCall(CallRequest.audio("bob")).join();
            bob.awaitText("Carol is calling");
            assertThat(bob.controller.snapshot().phase()).isEqualTo(CallPhase.ONGOING);
            bob.press("acceptWaiting");

            alice.awaitText("Bob Whitechapel ended the call");
            carol.awaitButton("end");
        }
    }

    @Test
    void enterAnswersNothing() {
        aliceCallsBob();
        bob.window.focus();
        bob.window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        bob.window.robot().pressAndReleaseKey(KeyEvent.VK_SPACE);
        bob.button("accept").focus();
        bob.window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);

        assertThat(bob.controller.snapshot().phase()).isEqualTo(CallPhase.INCOMING);
        assertThat(bob.shows("accept")).isTrue();
    }

    @Test
    void theSpaceBarPressesAButtonReachedByTab() {
        aliceCallsBob();
        bob.button("decline").focus().pressAndReleaseKey(KeyPressInfo.keyCode(KeyEvent.VK_SPACE));

        bob.awaitText("You declined");
    }

    @Test
    void aMnemonicAccepts() {
        aliceCallsBob();
        bob.window.focus();
        bob.window.robot().pressKey(KeyEvent.VK_ALT);
        bob.window.robot().pressAndReleaseKey(KeyEvent.VK_A);
        bob.window.robot().releaseKey(KeyEvent.VK_ALT);

        bob.awaitButton("end");
    }
}
