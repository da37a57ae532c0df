package dev.belfry.media.codec;

import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;

import dev.belfry.media.internal.Natives;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;

/** Sets an encoder's private options, and fails where it has none of that name. */
final class EncoderOptions {
    private EncoderOptions() {}

    static void set(AVCodecContext context, String name, String value) throws EncoderException {
        check(av_opt_set(context.priv_data(), name, value, 0), name);
    }

    static void set(AVCodecContext context, String name, int value) throws EncoderException {
        check(av_opt_set_int(context.priv_data(), name, value, 0), name);
    }

    private static void check(int result, String name) throws EncoderException {
        if (result < 0) {
            throw new EncoderException(name + ": " + Natives.message(result));
        }
    }
}
