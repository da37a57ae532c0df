package dev.belfry.media.codec;

import static org.bytedeco.ffmpeg.global.avutil.av_version_info;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * The bitrate of an open OpenH264 encoder, which FFmpeg has but does not hand on. FFmpeg's private data begins with its
 * class and the encoder (libavcodec/libopenh264enc.c), and the encoder with its table of functions, in the order of
 * OpenH264's ISVCEncoder (codec_api.h). Nothing is written unless FFmpeg is the release this was tried with and the
 * encoder answers with the very values that it was opened with.
 */
final class OpenH264Rate implements BitrateControl {
    private static final System.Logger LOG = System.getLogger(OpenH264Rate.class.getName());
    private static final String FFMPEG_RELEASE = "8.0.1";

    private static final int SET_OPTION = 7;
    private static final int GET_OPTION = 8;
    private static final int FRAME_RATE = 4;
    private static final int BITRATE = 5;
    private static final int MAX_BITRATE = 6;

    /** SBitrateInfo is two numbers: the layer, of which there is one, and its bits a second. */
    private static final int ONE_LAYER = 0;

    private static final int INFO_BITRATE = 1;

    private final Pointer encoder;
    private int bitrate;

    /** Returns the control of an encoder that was opened with this; one that does nothing where there is none. */
    static BitrateControl of(AVCodecContext open, int bitrate, int fps) {
        if (!FFMPEG_RELEASE.equals(ffmpegRelease())) {
            return NONE;
        }
        try {
            Pointer encoder = new Pointer(open.priv_data().address()).getPointer(Native.POINTER_SIZE);
            OpenH264Rate rate = new OpenH264Rate(encoder, bitrate);
            return rate.answers(bitrate, fps) ? rate : NONE;
        } catch (LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "the bitrate of H.264 changes by opening the encoder again", e);
            return NONE;
        }
    }

    private OpenH264Rate(Pointer encoder, int bitrate) {
        this.encoder = encoder;
        this.bitrate = bitrate;
    }

    /** The limit never is below the aim. */
    @Override
    public boolean aimAt(int bitsPerSecond) {
        if (bitsPerSecond == bitrate) {
            return true;
        }
        boolean rises = bitsPerSecond > bitrate;
        boolean taken =
                set(rises ? MAX_BITRATE : BITRATE, bitsPerSecond) && set(rises ? BITRATE : MAX_BITRATE, bitsPerSecond);
        if (taken) {
            bitrate = bitsPerSecond;
        }
        return taken;
    }

    private boolean answers(int opened, int fps) {
        try (IntPointer value = new IntPointer(0, 0)) {
            boolean rightPace = call(GET_OPTION, FRAME_RATE, value) && Float.intBitsToFloat(value.get(0)) == fps;
            value.put(0, ONE_LAYER);
            return rightPace && call(GET_OPTION, BITRATE, value) && value.get(INFO_BITRATE) == opened;
        }
    }

    private boolean set(int option, int bitsPerSecond) {
        try (IntPointer info = new IntPointer(ONE_LAYER, bitsPerSecond)) {
            return call(SET_OPTION, option, info);
        }
    }

    private boolean call(int function, int option, IntPointer value) {
        Pointer functions = encoder.getPointer(0);
        Pointer address = functions.getPointer((long) function * Native.POINTER_SIZE);
        Object[] arguments = {encoder, option, new Pointer(value.address())};
        return Function.getFunction(address).invokeInt(arguments) == 0;
    }

    private static String ffmpegRelease() {
        BytePointer version = av_version_info();
        return version == null ? "" : version.getString();
    }
}
