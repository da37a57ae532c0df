package dev.belfry.media.codec;

import dev.belfry.call.CallException;
import dev.belfry.frame.EncodedFrame;
import dev.belfry.frame.VideoFrame;
import java.util.function.Consumer;

/**
 * Encodes one stream of pictures. One thread at a time calls {@link #encode} and {@link #close}; bitrate and
 * size may be set from any thread.
 *
 * @since 0.1
 */
public interface VideoEncoder extends AutoCloseable {
    /**
     * Encodes a picture. Its size may differ from that of the last one, which costs a key frame. A picture that is to be
     * turned before it is shown is turned here. The rate control may leave a picture out: then nothing is handed on.
     *
     * @param frame the picture; it stays the caller's
     * @param forceKeyFrame whether the other side needs a key frame now
     * @param out takes the encoded picture, which is valid during the call; retain it to keep it
     * @throws CallException with {@code ERR_MEDIA_FAILED} if the picture cannot be encoded; the next one may
     */
    void encode(VideoFrame frame, boolean forceKeyFrame, Consumer<EncodedFrame> out) throws CallException;

    /**
     * Aims at another number of bits a second from the next picture on; the output follows within two seconds. H.264
     * follows any change without a key frame; VP8 and VP9 take one for a change beyond half or twice what they were
     * opened with.
     *
     * <p>Where OpenH264 cannot be told, as with another FFmpeg than the one that comes with Belfry, H.264 saves by
     * leaving out up to every third picture, takes a key frame for any larger change, and stays as it is where it could
     * gain less than a sixth, in the first ten seconds less than half.
     */
    void setBitrate(int bitsPerSecond);

    /** Makes larger pictures smaller before they are encoded, from the next one on; there is no limit at first. */
    void setSizeLimit(SizeLimit limit);

    /** Returns the bits a second that were last asked for. */
    int bitrate();

    /** Frees the encoder; closing twice changes nothing. */
    @Override
    void close();
}
