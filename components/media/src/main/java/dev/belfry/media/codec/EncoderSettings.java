package dev.belfry.media.codec;

import dev.belfry.frame.Codec;
import dev.belfry.frame.MediaKind;

/**
 * What an encoder begins with. Pictures of another size than this may follow, and another bitrate.
 *
 * @param codec {@link Codec#VP8}, {@link Codec#VP9} or {@link Codec#H264}
 * @param width pixels of the first picture
 * @param height pixels of the first picture
 * @param fps pictures a second that are to be expected
 * @param bitrate bits a second to aim at
 * @since 0.1
 */
public record EncoderSettings(Codec codec, int width, int height, int fps, int bitrate) {
    public EncoderSettings {
        if (codec.kind() != MediaKind.VIDEO) {
            throw new IllegalArgumentException(codec + " is not for video");
        }
        if (width < 1 || height < 1 || fps < 1 || bitrate < 1) {
            throw new IllegalArgumentException("width, height, fps and bitrate are positive");
        }
    }
}
