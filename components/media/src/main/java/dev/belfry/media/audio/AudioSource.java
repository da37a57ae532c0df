package dev.belfry.media.audio;

import dev.belfry.call.CallException;

/**
 * Sound in real time. One thread reads; any thread may close.
 *
 * @since 0.1
 */
public interface AudioSource extends AutoCloseable {
    /**
     * Fills a frame with the next 20 ms; waits until they are there.
     *
     * @return false, with the frame unfilled, once the source is closed
     * @throws CallException if the device is lost or the file unreadable; nothing more comes
     */
    boolean read(PcmFrame frame) throws CallException;

    /** Lets go of the device; a waiting {@link #read} returns false. Closing twice does nothing. */
    @Override
    void close();
}
