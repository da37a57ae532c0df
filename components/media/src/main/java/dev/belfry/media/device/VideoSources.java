package dev.belfry.media.device;

import dev.belfry.call.spi.Scheduler;
import dev.belfry.media.picture.NativeFramePool;

/**
 * Makes sources of pictures. Nothing is opened before {@link VideoSource#start}.
 *
 * @since 0.1
 */
public final class VideoSources {
    private static final String OS_NAME = "os.name";

    private VideoSources() {}

    /**
     * Makes a source on the clock of the machine.
     *
     * @param pool where its pictures come from and go back to; it must stay open until the source is closed
     */
    public static VideoSource open(VideoSourceSpec spec, NativeFramePool pool) {
        return open(spec, pool, CaptureClock.SYSTEM);
    }

    /** Makes a source whose pictures are timed, and where it sets their pace paced, by the clock of a scheduler. */
    public static VideoSource open(VideoSourceSpec spec, NativeFramePool pool, Scheduler scheduler) {
        return open(spec, pool, CaptureClock.of(scheduler));
    }

    static VideoSource open(VideoSourceSpec spec, NativeFramePool pool, CaptureClock clock) {
        if (spec instanceof VideoSourceSpec.Camera camera) {
            CameraSystem system = CameraSystem.of(System.getProperty(OS_NAME));
            return new CaptureThread("camera", new DeviceFeed(new CameraKind(system, camera), pool), clock);
        } else if (spec instanceof VideoSourceSpec.Screen screen) {
            Feed feed = capture -> new DeviceFeed(
                            new ScreenKind(screen, System.getProperty(OS_NAME), System.getenv(), Screens.all()), pool)
                    .run(capture);
            return new CaptureThread("screen", feed, clock);
        } else if (spec instanceof VideoSourceSpec.File file) {
            return new CaptureThread("file", new FileFeed(file, pool), clock);
        } else if (spec instanceof VideoSourceSpec.Pattern pattern) {
            return new CaptureThread("pattern", new PatternFeed(pattern, pool), clock);
        }
        return new CaptureThread("pushed", new PushedFeed(((VideoSourceSpec.Pushed) spec).frames(), pool), clock);
    }
}
