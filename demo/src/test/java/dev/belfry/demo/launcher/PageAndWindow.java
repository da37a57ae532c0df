package dev.belfry.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.belfry.Belfry;
import dev.belfry.call.User;
import dev.belfry.call.spi.Ringer;
import dev.belfry.demo.phone.RemoteHub;
import dev.belfry.engine.MediaTransports;
import dev.belfry.engine.rtc.RtcTransports;
import dev.belfry.hub.page.Tab;
import dev.belfry.hub.server.HubServer;
import dev.belfry.media.audio.AudioSinkSpec;
import dev.belfry.media.audio.AudioSourceSpec;
import dev.belfry.media.device.VideoSourceSpec;
import dev.belfry.rtc.ice.IceNetwork;
import dev.belfry.testkit.Chromium;
import java.awt.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.swing.edt.GuiActionRunner;

/** A hub, Alice at its page and Bob at his phone's window; other pages on demand. For the browser's thread. */
final class PageAndWindow implements AutoCloseable {
    private static final Path PHOTOGRAPHS = Path.of("target", "page-and-window");
    private static final String API_KEY = "a key for a back end";
    private static final Duration LOGIN = Duration.ofHours(1);
    private static final long CLOSE_SECONDS = 20;
    private static final int ORANGE = 20;
    private static final double HERTZ = 440;

    private final Chromium chromium;
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Boolean> windowClosed = new CompletableFuture<>();
    private final MediaTransports network =
            RtcTransports.builder().network(IceNetwork.LOOPBACK).build();
    private final HubServer hub;
    private final Frame frame;

    final PageUser alice;
    final WindowUser bob;

    PageAndWindow(Chromium chromium) throws Exception {
        this.chromium = chromium;
        Files.createDirectories(PHOTOGRAPHS);
        hub = HubServer.builder()
                .user("alice", "Alice Archer")
                .user("bob", "Bob Bellini")
                .user("carla", "Carla Campos")
                .apiKey(API_KEY)
                .start();
        PhoneWindow window = Objects.requireNonNull(GuiActionRunner.execute(() -> {
            ThemeMenu.applyDefault();
            PhoneWindow opened = new PhoneWindow(User.of("bob", "Bob Bellini"));
            opened.showBeside(0, 1);
            return opened;
        }));
        new PhoneLine(new RemoteHub(hub.uri(), API_KEY), network, background)
                .plugIn(window, PageAndWindow::withMedia, () -> windowClosed.complete(true));
        frame = Stream.of(Frame.getFrames())
                .filter(each -> each.isShowing() && "bob".equals(each.getName()))
                .findFirst()
                .orElseThrow();
        alice = open("alice");
        bob = new WindowUser(frame);
    }

    /** Opens the page for a user. */
    PageUser open(String uid) {
        Tab tab = new Tab(chromium.open(new Browser.NewContextOptions().setViewportSize(800, 600)));
        return new PageUser(tab, hub.uri().resolve("/") + "#token=" + hub.issueToken(uid, LOGIN));
    }

    /** Photographs both, for whoever wants to look. */
    void photograph(String name) throws IOException {
        alice.photograph(PHOTOGRAPHS.resolve(name + "-page.png"));
        bob.photograph(PHOTOGRAPHS.resolve(name + "-window.png"));
    }

    /** Gets both ready for another call. */
    void dismiss() {
        bob.hangUp();
        alice.dismiss();
        bob.dismiss();
    }

    /** Closes all, and checks that the page had nothing to complain of and that nothing of media is left. */
    @Override
    public void close() {
        alice.close();
        GuiActionRunner.execute(frame::dispose);
        windowClosed.orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS).join();
        background.shutdown();
        int left = network.outstanding();
        network.close();
        hub.close();
        assertThat(left).as("connections, packets and frames left").isZero();
        assertThat(alice.tab.complaints()).isEmpty();
    }

    private static Belfry.Builder withMedia(Belfry.Builder phone) {
        return phone.ringer(Ringer.silent())
                .media(media -> media.camera(new VideoSourceSpec.Pattern(640, 360, 30, ORANGE))
                        .microphone(new AudioSourceSpec.Tone(HERTZ))
                        .speaker(new AudioSinkSpec.Discard()));
    }
}
