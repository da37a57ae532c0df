package dev.belfry.media.device;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.awt.Rectangle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One screen, to be captured. Wayland lets X11 programs see black only, so a session under Wayland has no screen to
 * share, rather than a black one.
 */
final class ScreenKind implements DeviceKind {
    private final VideoSourceSpec.Screen wish;
    private final String osName;
    private final Map<String, String> environment;
    private final List<Screens.Screen> screens;

    ScreenKind(
            VideoSourceSpec.Screen wish, String osName, Map<String, String> environment, List<Screens.Screen> screens) {
        this.wish = wish;
        this.osName = osName.toLowerCase(Locale.ROOT);
        this.environment = environment;
        this.screens = screens;
    }

    /** Returns whether this system's screens can be captured at all. */
    static boolean isAvailable(String osName, Map<String, String> environment) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows") || name.startsWith("mac")) {
            return true;
        }
        return isSet(environment, "DISPLAY")
                && !isSet(environment, "WAYLAND_DISPLAY")
                && !"wayland".equalsIgnoreCase(environment.get("XDG_SESSION_TYPE"));
    }

    @Override
    public List<AvInput> attempts() throws CallException {
        if (!isAvailable(osName, environment)) {
            throw unavailable(null);
        }
        Screens.Screen screen = chosen();
        Map<String, String> options = new HashMap<>();
        options.put("framerate", Integer.toString(wish.fps()));
        if (osName.startsWith("mac")) {
            options.put("capture_cursor", "1");
            options.put("pixel_format", "nv12");
            // FFmpeg counts cameras and screens as one; a screen is found by the name it gives it.
            return List.of(new AvInput("avfoundation", "Capture screen " + screen.index() + ":none", options));
        }
        Rectangle place = screen.place();
        options.put("video_size", place.width + "x" + place.height);
        if (osName.startsWith("windows")) {
            options.put("offset_x", Integer.toString(place.x));
            options.put("offset_y", Integer.toString(place.y));
            return List.of(new AvInput("gdigrab", "desktop", options));
        }
        String url = environment.get("DISPLAY") + "+" + place.x + "," + place.y;
        return List.of(new AvInput("x11grab", url, options));
    }

    @Override
    public boolean isFinal(int error) {
        return true;
    }

    @Override
    public CallException notOpened(AvException cause) {
        return unavailable(cause);
    }

    @Override
    public CallException lost(AvException cause) {
        return unavailable(cause);
    }

    private Screens.Screen chosen() throws CallException {
        for (Screens.Screen screen : screens) {
            if (wish.deviceId() == null || wish.deviceId().equals(screen.id())) {
                return screen;
            }
        }
        throw unavailable(null);
    }

    private CallException unavailable(@Nullable Throwable cause) {
        return new CallException(ErrorCode.ERR_SCREEN_UNAVAILABLE, wish.deviceId(), cause);
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }
}
