package dev.belfry.frame;

/**
 * Takes pictures. Called on the thread of the source or decoder, which waits meanwhile: return within milliseconds.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface VideoSink {
    /**
     * Takes a picture, valid during the call; a sink that keeps it longer must {@link VideoFrame#retain() retain} it
     * now and release it later.
     */
    void onFrame(VideoFrame frame);
}
