package dev.belfry.call.spi;

import dev.belfry.call.CallType;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Captures, encodes, sends, receives, decodes and plays. Thread-safe.
 *
 * @since 0.1
 */
public interface MediaEngine extends AutoCloseable {
    /** Loads native libraries and what else is slow at first use, in the background; call it after the first window. */
    CompletableFuture<@Nullable Void> warmUp();

    DeviceCatalog devices();

    /** Returns a scaler, to be closed by the caller. */
    PictureScaler newScaler();

    /**
     * Opens the local side of a call: for a video call the camera starts at once and can be previewed, without anyone
     * else seeing it before {@link MediaSession#connect}. Returns at once; what fails goes to the listener.
     */
    MediaSession open(Request request, MediaSessionListener listener);

    /** Closes every session and lets go of everything. Blocks until that is done, at most a second or two. */
    @Override
    void close();

    /**
     * What to open.
     *
     * @param sessionId the call's id
     * @param type whether there is video
     * @param audioMuted whether the microphone starts off
     * @param videoMuted whether the camera starts off (and closed)
     */
    record Request(String sessionId, CallType type, boolean audioMuted, boolean videoMuted) {}
}
