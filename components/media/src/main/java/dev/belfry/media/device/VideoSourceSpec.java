package dev.belfry.media.device;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which pictures to take. Sizes are in pixels, rates in pictures a second; both are wishes where a device decides.
 *
 * @since 0.1
 */
public sealed interface VideoSourceSpec {
    /**
     * A camera.
     *
     * @param deviceId the {@link dev.belfry.call.spi.MediaDevice#id() id} of a listed camera, or null for the first
     */
    record Camera(@Nullable String deviceId, int width, int height, int fps) implements VideoSourceSpec {
        /** Checks size and rate. */
        public Camera {
            requirePositive(width, height, fps);
        }
    }

    /**
     * A screen, in its own size.
     *
     * @param deviceId the {@link dev.belfry.call.spi.MediaDevice#id() id} of a listed screen, or null for the first
     */
    record Screen(@Nullable String deviceId, int fps) implements VideoSourceSpec {
        /** Checks the rate. */
        public Screen {
            requirePositive(1, 1, fps);
        }
    }

    /**
     * The first video stream of a file, in its own size and at its own speed.
     *
     * @param loop whether to begin again after the last picture
     */
    record File(Path path, boolean loop) implements VideoSourceSpec {}

    /**
     * A test pattern: colour bars, the time of day, a counter, and movement.
     *
     * @param hue colour of the background in degrees, 0 red, 120 green, 240 blue: to tell two patterns apart
     */
    record Pattern(int width, int height, int fps, int hue) implements VideoSourceSpec {
        /** Checks size and rate. */
        public Pattern {
            requirePositive(width, height, fps);
            if (width < 16 || height < 16) {
                throw new IllegalArgumentException("a pattern needs 16x16 pixels: " + width + "x" + height);
            }
        }

        /** A pattern on blue. */
        public Pattern(int width, int height, int fps) {
            this(width, height, fps, 215);
        }
    }

    /** What the host pushes. */
    record Pushed(PushedFrames frames) implements VideoSourceSpec {}

    private static void requirePositive(int width, int height, int fps) {
        if (width <= 0 || height <= 0 || fps <= 0) {
            throw new IllegalArgumentException(
                    "size and rate must be positive: " + width + "x" + height + " at " + fps);
        }
    }
}
