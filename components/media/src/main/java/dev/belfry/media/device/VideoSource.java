package dev.belfry.media.device;

import dev.belfry.call.CallException;
import dev.belfry.frame.VideoSink;
import java.util.function.Consumer;

/**
 * Something that takes pictures: opened by {@link #start}, released by {@link #close}, and not to be started again.
 * Thread-safe.
 *
 * @since 0.1
 */
public interface VideoSource extends AutoCloseable {
    /**
     * Opens the device and begins to take pictures on a thread of the source's own. Returns at once. A file that does
     * not loop ends in silence after its last picture.
     *
     * @param sink gets every picture, with its time, number, colours and rotation set, on the source's thread
     * @param onFailure hears on the source's thread, at most once and with no picture after it, that the device could
     *     not be opened or was lost; its code is one of {@code ERR_CAMERA_*}, {@code ERR_SCREEN_UNAVAILABLE},
     *     {@code ERR_FILE_UNREADABLE}, {@code ERR_MEDIA_FAILED}. The source has let go of the device by then
     * @throws IllegalStateException if it was started or closed before
     */
    void start(VideoSink sink, Consumer<CallException> onFailure);

    /**
     * Stops. When this returns, the sink is in no call and gets none, the thread has ended and the device is free; only
     * a system that hangs for more than two seconds in opening a device makes this return before that. Closing again
     * does nothing. When called by the sink or by {@code onFailure} it does not wait: the source then ends as soon as
     * they return.
     */
    @Override
    void close();
}
