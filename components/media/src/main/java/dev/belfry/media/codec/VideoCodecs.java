package dev.belfry.media.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import dev.belfry.frame.Codec;
import dev.belfry.frame.EncodedFramePool;
import dev.belfry.media.internal.Natives;
import dev.belfry.media.picture.NativeFramePool;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.jspecify.annotations.Nullable;

/**
 * Makes encoders and decoders for {@link Codec#VP8}, {@link Codec#VP9} and {@link Codec#H264}.
 *
 * @since 0.1
 */
public final class VideoCodecs {
    private VideoCodecs() {}

    /**
     * Returns an open encoder, to be closed by the caller.
     *
     * @param pool gives the encoded frames
     * @throws CallException with {@code ERR_CODEC_UNAVAILABLE} where there is none for this codec
     */
    public static VideoEncoder encoder(EncoderSettings settings, EncodedFramePool pool) throws CallException {
        Natives.load();
        EncoderProfile profile = switch (settings.codec()) {
            case VP8 -> new Vp8Profile();
            case VP9 -> new Vp9Profile();
            case H264 -> new OpenH264Profile();
            default -> throw unavailable(settings.codec(), null);
        };
        AVCodec codec = available(settings.codec(), avcodec_find_encoder_by_name(profile.encoderName()));
        return FfmpegVideoEncoder.open(codec, profile, settings, pool);
    }

    /**
     * Returns an open decoder, to be closed by the caller.
     *
     * @param pool gives the decoded pictures; it must outlive the decoder
     * @throws CallException with {@code ERR_CODEC_UNAVAILABLE} where there is none for this codec
     */
    public static VideoDecoder decoder(Codec codec, NativeFramePool pool) throws CallException {
        Natives.load();
        int id = switch (codec) {
            case VP8 -> AV_CODEC_ID_VP8;
            case VP9 -> AV_CODEC_ID_VP9;
            case H264 -> AV_CODEC_ID_H264;
            default -> throw unavailable(codec, null);
        };
        return FfmpegVideoDecoder.open(available(codec, avcodec_find_decoder(id)), codec, pool);
    }

    private static AVCodec available(Codec codec, @Nullable AVCodec found) throws CallException {
        if (found == null) {
            throw unavailable(codec, null);
        }
        return found;
    }

    static CallException unavailable(Codec codec, @Nullable Throwable cause) {
        return new CallException(ErrorCode.ERR_CODEC_UNAVAILABLE, codec.name(), cause);
    }
}
