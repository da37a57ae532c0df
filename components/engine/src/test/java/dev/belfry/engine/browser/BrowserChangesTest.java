package dev.belfry.engine.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belfry.rtc.session.LocalTrack;
import dev.belfry.rtc.session.PeerConnectionState;
import dev.belfry.testkit.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes in the course of a call with Chromium. */
final class BrowserChangesTest {
    private static final Duration MOMENT = Duration.ofMillis(600);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void belfrys_camera_and_microphone_are_muted_and_unmuted() throws Exception {
        try (BrowserCall call = new BrowserCall(CHROMIUM, true, null)) {
            Line line = new Line(call.browser, call.belfry);
            call.begin(line);

            call.picture.setMuted(true);
            call.tone.setMuted(true);
            line.during(MOMENT);
            call.browser.restartReading();
            line.during(MOMENT);

            assertThat(call.browser.read().seen())
                    .singleElement()
                    .satisfies(each -> assertThat(each.frames()).isZero());
            assertThat(call.browser.hears(BrowserCall.BELFRY_HERTZ)).isFalse();

            call.picture.setMuted(false);
            call.tone.setMuted(false);
            line.until(
                    "moving picture again",
                    () -> call.browser.read().seen().get(0).frames() > 10);
            line.until("tone again", () -> call.browser.hears(BrowserCall.BELFRY_HERTZ));
            line.until("Belfry's camera beside it", () -> call.browser.sees(Corners.BLUE_FIRST));
            call.assertNoErrors();
        }
    }

    @Test
    void the_browsers_camera_and_microphone_are_muted_and_unmuted() throws Exception {
        Corners black = new Corners(Collections.nCopies(4, List.of(0, 0, 0)));
        try (BrowserCall call = new BrowserCall(CHROMIUM, true, null)) {
            Line line = new Line(call.browser, call.belfry);
            call.begin(line);

            call.browser.mute("picture", true);
            call.browser.mute("tone", true);
            line.until("black picture", () -> call.belfry.sees(black));
            line.until("silence", () -> !call.belfry.hears(BrowserCall.BROWSER_HERTZ));

            call.browser.mute("picture", false);
            call.browser.mute("tone", false);
            line.until("picture again", () -> call.belfry.sees(Corners.RED_FIRST));
            line.until("tone again", () -> call.belfry.hears(BrowserCall.BROWSER_HERTZ));
            call.assertNoErrors();
        }
    }

    @ParameterizedTest(name = "Belfry offers first: {0}")
    @ValueSource(booleans = {true, false})
    void both_sides_share_their_screen_and_stop(boolean belfryOffers) throws Exception {
        try (BrowserCall call = new BrowserCall(CHROMIUM, belfryOffers, null)) {
            Line line = new Line(call.browser, call.belfry);
            call.begin(line);

            LocalTrack screen = call.belfry.sendPicture("screen", 320, 240, Corners.GREY_FIRST);
            line.until("Belfry's screen", () -> call.browser.sees(Corners.GREY_FIRST));
            line.until("Belfry's camera beside it", () -> call.browser.sees(Corners.BLUE_FIRST));
            call.browser.sendPicture("screen", 320, 240, Corners.GREY_FIRST);
            line.until("the browser's screen", () -> call.belfry.sees(Corners.GREY_FIRST));
            line.until("the browser's camera beside it", () -> call.belfry.sees(Corners.RED_FIRST));

            screen.remove();
            call.browser.stopSending("screen");
            line.until("end of the browser's screen", () -> call.belfry.seen().size() == 1);
            call.browser.restartReading();
            line.until(
                    "Belfry's camera alone",
                    () -> call.browser.read().seen().stream().anyMatch(each -> each.frames() > 5));
            call.assertNoErrors();
        }
    }

    @ParameterizedTest(name = "by Belfry: {0}")
    @ValueSource(booleans = {true, false})
    void a_new_path_is_found_while_the_call_goes_on(boolean byBelfry) throws Exception {
        try (BrowserCall call = new BrowserCall(CHROMIUM, true, null)) {
            Line line = new Line(call.browser, call.belfry);
            call.begin(line);
            String before = fragment(call);
            call.browser.restartReading();
            call.belfry.restartReading();

            if (byBelfry) {
                call.belfry.restartIce();
            } else {
                call.browser.restartIce();
            }
            line.until(
                    "another round of ICE",
                    () -> !fragment(call).equals(before)
                            && call.browser.read().state().equals("connected"));
            line.until(
                    "pictures afterwards",
                    () -> call.browser.read().seen().get(0).frames() > 30);

            assertThat(call.browser.read().seen().get(0).longestGapMillis()).isLessThan(500);
            assertThat(call.belfry.seen().get(0).longestGapMillis()).isLessThan(500);
            assertThat(call.belfry.state()).isEqualTo(PeerConnectionState.CONNECTED);
            call.assertNoErrors();
        }
    }

    @Test
    void belfry_hangs_up_and_both_sides_let_go() throws Exception {
        long sockets = sockets();
        try (BrowserCall call = new BrowserCall(CHROMIUM, true, null)) {
            Line line = new Line(call.browser, call.belfry);
            call.begin(line);
            assertThat(sockets()).isGreaterThan(sockets);

            call.belfry.hangUp();

            assertThat(call.belfry.state()).isEqualTo(PeerConnectionState.CLOSED);
            assertThat(call.belfry.packetsLeft()).isZero();
            assertThat(sockets()).isEqualTo(sockets);
            line.until("end at the browser", () -> !call.browser.read().state().equals("connected"));
        }
    }

    @Test
    void the_browser_hangs_up_and_both_sides_let_go() throws Exception {
        long sockets = sockets();
        try (BrowserCall call = new BrowserCall(CHROMIUM, true, null)) {
            Line line = new Line(call.browser, call.belfry);
            call.begin(line);

            call.browser.hangUp();

            line.until("end at Belfry", () -> call.belfry.state() == PeerConnectionState.CLOSED);
            line.until("release of all packets", () -> call.belfry.packetsLeft() == 0);
            line.until("release of all sockets", () -> uncheckedSockets() == sockets);
        }
    }

    /** Returns the browser's user name of the present round of ICE. */
    private static String fragment(BrowserCall call) {
        return call.browser.stats("transport").get(0).text("iceLocalUsernameFragment");
    }

    /** Returns how many sockets this process has open; Linux tells. */
    private static long sockets() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(BrowserChangesTest::isSocket).count();
        }
    }

    private static long uncheckedSockets() {
        try {
            return sockets();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed a moment ago
        }
    }
}
