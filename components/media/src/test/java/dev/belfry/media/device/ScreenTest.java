package dev.belfry.media.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.media.picture.NativeFramePool;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JPanel;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ScreenTest {
    private static final List<Screens.Screen> TWO = List.of(
            new Screens.Screen(":0.0", new Rectangle(0, 0, 1920, 1080), 0),
            new Screens.Screen(":0.1", new Rectangle(1920, 40, 1280, 1024), 1));

    private final NativeFramePool pool = new NativeFramePool();

    @AfterEach
    void nothingIsLeft() {
        assertThat(pool.outstanding()).isZero();
        pool.close();
    }

    @Test
    void a_window_is_captured_in_its_colour() throws Exception {
        JWindow window = show(new Color(0xC04020));
        try (Recorder recorder = record(new VideoSourceSpec.Screen(null, 30))) {
            Recorder.Seen seen = recorder.next();
            for (int i = 0; i < 100 && seen.at(200, 150) >> 16 < 0x80; i++) {
                seen = recorder.next();
            }
            Rectangle screen = Screens.all().get(0).place();
            assertThat(seen.width()).isEqualTo(screen.width);
            assertThat(seen.height()).isEqualTo(screen.height);
            seen.assertColour(200, 150, 0xC04020, 6);
            long sequence = seen.sequence();
            assertThat(recorder.next().sequence()).isEqualTo(sequence + 1);
            assertThat(recorder.hasFailed()).isFalse();
        } finally {
            SwingUtilities.invokeAndWait(window::dispose);
        }
    }

    static List<Map<String, String>> environments() {
        return List.of(
                Map.of(),
                Map.of("DISPLAY", ""),
                Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0"),
                Map.of("DISPLAY", ":0", "XDG_SESSION_TYPE", "wayland"),
                Map.of("DISPLAY", ":54321"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void where_nothing_can_be_seen_the_screen_is_unavailable(Map<String, String> environment) throws Exception {
        ScreenKind kind = new ScreenKind(new VideoSourceSpec.Screen(null, 30), "Linux", environment, TWO);
        CaptureThread source = new CaptureThread("screen", new DeviceFeed(kind, pool), CaptureClock.SYSTEM);
        try (Recorder recorder = new Recorder(source)) {
            CallException failure = recorder.failure();
            assertThat(failure.code()).isEqualTo(ErrorCode.ERR_SCREEN_UNAVAILABLE);
            assertThat(recorder.isSilent()).isTrue();
        }
    }

    @Test
    void an_unknown_screen_is_unavailable() {
        ScreenKind kind = kind("Linux", ":0.7");
        assertThatThrownBy(kind::attempts)
                .isInstanceOfSatisfying(
                        CallException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ERR_SCREEN_UNAVAILABLE));
    }

    @Test
    void each_system_is_asked_for_the_place_of_the_screen() throws Exception {
        assertThat(kind("Linux", ":0.1").attempts())
                .containsExactly(
                        new AvInput("x11grab", ":0+1920,40", Map.of("framerate", "30", "video_size", "1280x1024")));
        assertThat(kind("Windows 11", ":0.1").attempts())
                .containsExactly(new AvInput(
                        "gdigrab",
                        "desktop",
                        Map.of("framerate", "30", "video_size", "1280x1024", "offset_x", "1920", "offset_y", "40")));
        assertThat(kind("Mac OS X", ":0.1").attempts().get(0).url()).isEqualTo("Capture screen 1:none");
    }

    @Test
    void a_screen_that_stops_is_unavailable() {
        assertThat(kind("Linux", ":0.1").lost(new AvException("read", -5)).code())
                .isEqualTo(ErrorCode.ERR_SCREEN_UNAVAILABLE);
    }

    @Test
    void screens_are_named_by_number_and_size() {
        assertThat(Screens.describe(TWO, Locale.ENGLISH))
                .containsExactly(
                        new MediaDevice(":0.0", "Screen 1 (1920 \u00d7 1080)", MediaDevice.Kind.SCREEN),
                        new MediaDevice(":0.1", "Screen 2 (1280 \u00d7 1024)", MediaDevice.Kind.SCREEN));
    }

    private Recorder record(VideoSourceSpec.Screen spec) {
        Map<String, String> x11 = Map.of("DISPLAY", System.getenv("DISPLAY"));
        DeviceKind kind = new ScreenKind(spec, System.getProperty("os.name"), x11, Screens.all());
        return new Recorder(new CaptureThread("screen", new DeviceFeed(kind, pool), CaptureClock.SYSTEM));
    }

    private static ScreenKind kind(String osName, String id) {
        return new ScreenKind(new VideoSourceSpec.Screen(id, 30), osName, Map.of("DISPLAY", ":0"), TWO);
    }

    private static JWindow show(Color colour) throws Exception {
        JWindow[] shown = new JWindow[1];
        SwingUtilities.invokeAndWait(() -> {
            JWindow window = new JWindow();
            JPanel panel = new JPanel();
            panel.setBackground(colour);
            window.setContentPane(panel);
            window.setBounds(100, 100, 300, 200);
            window.setVisible(true);
            shown[0] = window;
        });
        return shown[0];
    }
}
