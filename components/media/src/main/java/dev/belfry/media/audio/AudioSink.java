package dev.belfry.media.audio;

import dev.belfry.call.CallException;
import dev.belfry.frame.AudioFrame;

/**
 * Takes sound in real time. One thread writes; any thread may close.
 *
 * @since 0.1
 */
public interface AudioSink extends AutoCloseable {
    /**
     * Takes a frame; waits until there is room, and so sets the pace of playout.
     *
     * @return false, with the frame untaken, once the sink is closed
     * @throws CallException if the device is lost or the file cannot be written; nothing more is taken
     */
    boolean write(AudioFrame frame) throws CallException;

    /**
     * Returns how long a frame that is written now waits before it is heard, in nanoseconds, as far as the sink can
     * tell: what is before it in its buffer, not what a device adds. On the thread that writes.
     */
    long delayNanos();

    /** Lets go of the device or completes the file; a waiting {@link #write} returns. Closing twice does nothing. */
    @Override
    void close();
}
