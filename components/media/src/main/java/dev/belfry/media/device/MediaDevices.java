package dev.belfry.media.device;

import dev.belfry.call.CallException;
import dev.belfry.call.spi.DeviceCatalog;
import dev.belfry.call.spi.MediaDevice;
import dev.belfry.call.spi.Scheduler;
import dev.belfry.media.internal.Natives;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The cameras, screens, microphones and loudspeakers of this machine, asked for anew at each call. Thread-safe.
 *
 * @since 0.1
 */
public final class MediaDevices implements DeviceCatalog {
    private final Executor executor;
    private final Supplier<List<MediaDevice>> cameras;
    private final Supplier<List<MediaDevice>> screens;
    private final Supplier<List<MediaDevice>> microphones;
    private final Supplier<List<MediaDevice>> speakers;

    /**
     * Creates a catalogue. A list that cannot be made fails the future with a {@link CallException}.
     *
     * @param executor runs the listing, which takes up to half a second
     * @param microphones lists microphones, on the executor
     * @param speakers lists loudspeakers, on the executor
     */
    public MediaDevices(
            Executor executor, Supplier<List<MediaDevice>> microphones, Supplier<List<MediaDevice>> speakers) {
        this(executor, MediaDevices::cameras, MediaDevices::screens, microphones, speakers);
    }

    MediaDevices(
            Executor executor,
            Supplier<List<MediaDevice>> cameras,
            Supplier<List<MediaDevice>> screens,
            Supplier<List<MediaDevice>> microphones,
            Supplier<List<MediaDevice>> speakers) {
        this.executor = executor;
        this.cameras = cameras;
        this.screens = screens;
        this.microphones = microphones;
        this.speakers = speakers;
    }

    @Override
    public CompletableFuture<List<MediaDevice>> list(MediaDevice.Kind kind) {
        Supplier<List<MediaDevice>> lister = switch (kind) {
            case CAMERA -> cameras;
            case SCREEN -> screens;
            case MICROPHONE -> microphones;
            case SPEAKER -> speakers;
        };
        return CompletableFuture.supplyAsync(lister, executor);
    }

    /** {@inheritDoc} It looks every three seconds, on the executor. */
    @Override
    public Watch watch(Scheduler scheduler, Runnable changed) {
        DevicePoll poll = new DevicePoll(this, scheduler, changed);
        poll.start();
        return poll;
    }

    private static List<MediaDevice> cameras() {
        try {
            Natives.load();
        } catch (CallException e) {
            throw new CompletionException(e);
        }
        return CameraSystem.of(System.getProperty("os.name")).list();
    }

    private static List<MediaDevice> screens() {
        return ScreenKind.isAvailable(System.getProperty("os.name"), System.getenv())
                ? Screens.describe(Screens.all(), Locale.getDefault())
                : List.of();
    }
}
