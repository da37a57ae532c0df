package dev.belfry.media.codec;

import dev.belfry.call.CallException;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.VideoSink;

/**
 * Decodes one stream of pictures. One thread at a time.
 *
 * @since 0.1
 */
public interface VideoDecoder extends AutoCloseable {
    /**
     * Decodes a picture, from any bytes whatsoever.
     *
     * @param in the encoded picture; it stays the caller's
     * @param out takes what comes out, with the colours of the stream and the time and number of {@code in}
     * @throws CallException with {@code ERR_MEDIA_FAILED} if this picture cannot be shown, because it is damaged or one
     *     that it builds on is missing: no other will be until a key frame, so ask the sender for one
     */
    void decode(EncodedFrame in, VideoSink out) throws CallException;

    /** Frees the decoder; pictures that were handed on stay valid. Closing twice changes nothing. */
    @Override
    void close();
}
