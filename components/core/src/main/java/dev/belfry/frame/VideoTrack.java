package dev.belfry.frame;

/**
 * A running flow of pictures, from a local camera or a remote participant. Thread-safe.
 *
 * @since 0.1
 */
public interface VideoTrack {
    /** Adds a sink, which gets every picture from now on. Adding it twice changes nothing. */
    void addSink(VideoSink sink);

    /** Removes a sink; when this returns, the sink is in no call and gets none. Not to be called from the sink. */
    void removeSink(VideoSink sink);
}
