package dev.belfry.media.device;

import dev.belfry.call.CallException;

/** Takes pictures from one kind of source. */
@FunctionalInterface
interface Feed {
    /**
     * Opens the source, delivers its pictures until the capture is stopped or the source ends, and lets go of it. Runs
     * once, on the thread of the capture; FFmpeg is loaded.
     *
     * @throws CallException if the source cannot be opened or is lost
     */
    void run(Capture capture) throws CallException;
}
