package dev.belfry.media.internal;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import dev.belfry.call.CallException;
import dev.belfry.call.ErrorCode;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;

/**
 * FFmpeg's libraries, loaded once for the JVM at first use, which takes a third of a second. Thread-safe.
 *
 * @since 0.1
 */
public final class Natives {
    private static final int MESSAGE_BYTES = 128;

    private Natives() {}

    /** Its initializer runs once, however many threads need it. */
    private static final class Libraries {
        static {
            Loader.load(avutil.class);
            Loader.load(swscale.class);
            Loader.load(avcodec.class);
            // FFmpeg reports every error twice: to the caller, which turns it into a CallException or a lost picture,
            // and as text on the process's standard error, which is the host's to use.
            av_log_set_level(AV_LOG_FATAL);
        }

        static void load() {
            // The initializer has done it.
        }
    }

    /**
     * Loads FFmpeg unless that was done before. Blocks while it loads.
     *
     * @throws CallException with {@link ErrorCode#ERR_MEDIA_FAILED} where there is no FFmpeg for this system
     */
    public static void load() throws CallException {
        try {
            Libraries.load();
        } catch (LinkageError e) {
            throw new CallException(ErrorCode.ERR_MEDIA_FAILED, "FFmpeg", e);
        }
    }

    /** Returns FFmpeg's words for a negative return code. */
    public static String message(int error) {
        byte[] text = new byte[MESSAGE_BYTES];
        av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8) + " (" + error + ")";
    }
}
