package dev.belfry.engine;

import dev.belfry.call.CallException;
import dev.belfry.frame.VideoFrame;
import dev.belfry.media.device.VideoSource;
import dev.belfry.media.device.VideoSourceSpec;
import dev.belfry.media.device.VideoSources;
import dev.belfry.media.picture.FrameFanOut;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The local pictures: of the camera, or of a shared screen instead, or none. The session's executor alone calls it;
 * pictures pass on the source's thread.
 */
final class LocalVideo {
    private final SessionResources resources;
    private final Counters counters;
    private final Executor serial;
    private final Consumer<CallException> onFailure;
    private final FrameFanOut track = new FrameFanOut();
    private VideoSourceSpec camera;
    private @Nullable VideoSourceSpec screen;
    private boolean muted;
    private @Nullable VideoSource source;

    /**
     * Creates it closed.
     *
     * @param serial the session's executor
     * @param onFailure hears on that executor of a source that failed, which is closed by then
     */
    LocalVideo(
            SessionResources resources,
            Counters counters,
            Executor serial,
            VideoSourceSpec camera,
            boolean muted,
            Consumer<CallException> onFailure) {
        this.resources = resources;
        this.counters = counters;
        this.serial = serial;
        this.camera = camera;
        this.muted = muted;
        this.onFailure = onFailure;
    }

    FrameFanOut track() {
        return track;
    }

    boolean isSharing() {
        return screen != null;
    }

    /** Returns whether there are pictures to come: of a screen, or of a camera that is not muted. */
    boolean isOn() {
        return screen != null || !muted;
    }

    /** Opens what is to be seen, closing what was. */
    void reopen() {
        close();
        VideoSourceSpec spec = screen != null ? screen : camera;
        if (muted && screen == null) {
            return;
        }
        VideoSource opened = VideoSources.open(spec, resources.pictures());
        source = opened;
        opened.start(this::onFrame, error -> serial.execute(() -> fail(opened, error)));
    }

    /** Closes the camera or opens it; one that failed is tried anew. */
    void setMuted(boolean nowMuted) {
        boolean changed = muted != nowMuted || (!nowMuted && source == null);
        muted = nowMuted;
        if (changed && screen == null) {
            reopen();
        }
    }

    void useCamera(VideoSourceSpec spec) {
        camera = spec;
        if (screen == null) {
            reopen();
        }
    }

    /** Shows a screen, or with null the camera again. */
    void share(@Nullable VideoSourceSpec newScreen) {
        if (screen != null || newScreen != null) {
            screen = newScreen;
            reopen();
        }
    }

    void close() {
        VideoSource closing = source;
        source = null;
        if (closing != null) {
            closing.close();
        }
    }

    private void fail(VideoSource failed, CallException error) {
        if (source == failed) {
            close();
            onFailure.accept(error);
        }
    }

    private void onFrame(VideoFrame frame) {
        counters.captured.increment();
        track.onFrame(frame);
    }
}
